// HallFiles
