/// What a console has sent in one go: until nothing came for a while.
struct Burst {
  var bytes: [UInt8]
  /// From the key, or from the start, to the last byte.
  var microseconds: Double
  /// The bytes of the rows of the screen it has changed, as plain text.
  var textBytes: Int
}
