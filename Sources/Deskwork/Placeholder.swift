// Deskwork
