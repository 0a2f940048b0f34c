import Digests

/// The body of the event by which a blank document would be issued. Of the bodies that are like it only
/// what differs is kept, as a short body.
///
/// A short body is a text between braces: of pieces that stand in it, `6"abcdef` with their length in
/// bytes, and of pieces that stand in the blank, `12,340;` with how many bytes of the blank are passed
/// over since the last such piece (less than none: it is gone back) and with their length.
final class BlankBody: Sendable {
  let text: [UInt8]
  /// Of the text, by which a store knows it.
  let sha256: String
  private let beginnings: BeginningPlaces

  init(_ text: [UInt8]) {
    self.text = text
    sha256 = Sha256.digits(of: text)
    beginnings = BeginningPlaces(of: text.span)
  }

  /// What is kept of a body; nil if that would spare little.
  func short(_ body: [UInt8]) -> [UInt8]? {
    var short = ShortBody(reserving: body.count / 2)
    let text = text
    let own = body.span
    let blank = text.span
    // Where the piece begins that is not in the blank, and where the last one ends that is.
    var (start, end) = (0, 0)
    var place = 0
    while place + EightLetters.count <= own.count {
      let letters = EightLetters(own, at: place).letters
      guard let found = beginnings.place(of: letters, in: blank, behind: end),
        let piece = CommonPiece(own, place, blank, found, since: start), piece.isLong
      else {
        place += 1
        continue
      }
      short.write(body[start..<piece.start])
      short.copy(piece.length, passing: piece.blankStart - end)
      (start, place) = (piece.start + piece.length, piece.start + piece.length)
      end = piece.blankStart + piece.length
    }
    short.write(body[start...])
    short.end()
    return short.bytes.count < body.count / 4 * 3 ? short.bytes : nil
  }

  /// The body of which a short one was kept; nil if it was not made of this blank.
  static func whole(_ short: [UInt8], like blank: [UInt8]) -> [UInt8]? {
    var reading = ShortBodyReading(short)
    var body: [UInt8] = []
    body.reserveCapacity(blank.count + short.count)
    var end = 0
    while !reading.isAtEnd {
      guard let number = reading.number() else { return nil }
      if reading.takes("\"") {
        guard let piece = reading.piece(number) else { return nil }
        body += short[piece]
      } else {
        guard reading.takes(","), let length = reading.number(), reading.takes(";"),
          length >= 0, end + number >= 0, end + number + length <= blank.count
        else { return nil }
        body += blank[(end + number)..<(end + number + length)]
        end += number + length
      }
    }
    return body
  }
}

/// What stands in both of two texts, in whole characters.
private struct CommonPiece {
  var start: Int
  var blankStart: Int
  var length: Int

  /// Told by its number, a shorter one would take as much room.
  var isLong: Bool { length >= 10 }

  /// Around two places at which eight letters are the same; `since` is how far it may reach back.
  init?(
    _ own: Span<UInt8>, _ place: Int, _ blank: Span<UInt8>, _ found: Int, since: Int
  ) {
    (start, blankStart, length) = (place, found, EightLetters.count)
    while start > since, blankStart > 0, own[start - 1] == blank[blankStart - 1] {
      start -= 1
      blankStart -= 1
      length += 1
    }
    while start + length + 8 <= own.count, blankStart + length + 8 <= blank.count,
      EightLetters(own, at: start + length).letters
        == EightLetters(blank, at: blankStart + length).letters
    {
      length += 8
    }
    while start + length < own.count, blankStart + length < blank.count,
      own[start + length] == blank[blankStart + length]
    {
      length += 1
    }
    while length > 0, own[start].isWithinCharacter {
      start += 1
      blankStart += 1
      length -= 1
    }
    while length > 0, start + length < own.count, own[start + length].isWithinCharacter {
      length -= 1
    }
    if length == 0 { return nil }
  }
}

extension UInt8 {
  /// Whether it goes on with a character in UTF-8.
  fileprivate var isWithinCharacter: Bool { self & 0xC0 == 0x80 }
}

/// Where each eight letters stand first in a text.
private struct BeginningPlaces: Sendable {
  /// By a sum of the letters; none is 0, others are one more than the place.
  private var places: [UInt16]
  private let shift: Int

  init(of text: Span<UInt8>) {
    let bits = max(8, Int.bitWidth - (text.count * 2).leadingZeroBitCount)
    shift = UInt64.bitWidth - bits
    places = Array(repeating: 0, count: 1 << bits)
    var place = 0
    while place + EightLetters.count <= text.count, place < UInt16.max {
      let slot = slot(of: EightLetters(text, at: place).letters)
      if places[slot] == 0 { places[slot] = UInt16(place + 1) }
      place += 1
    }
  }

  /// What comes next is looked at first.
  @inline(__always)
  func place(of letters: UInt64, in text: Span<UInt8>, behind end: Int) -> Int? {
    if end + EightLetters.count <= text.count, EightLetters(text, at: end).letters == letters {
      return end
    }
    let known = Int(places[slot(of: letters)]) - 1
    return known >= 0 && EightLetters(text, at: known).letters == letters ? known : nil
  }

  private func slot(of letters: UInt64) -> Int {
    Int((letters &* 0x9E37_79B9_7F4A_7C15) >> UInt64(shift))
  }
}

/// A short body on its way.
private struct ShortBody {
  private(set) var bytes: [UInt8] = []

  init(reserving capacity: Int) {
    bytes.reserveCapacity(capacity)
    bytes.append(UInt8(ascii: "{"))
  }

  mutating func write(_ piece: ArraySlice<UInt8>) {
    if piece.isEmpty { return }
    number(piece.count)
    bytes.append(UInt8(ascii: "\""))
    bytes += piece
  }

  mutating func copy(_ length: Int, passing passed: Int) {
    if passed < 0 { bytes.append(UInt8(ascii: "-")) }
    number(Int(passed.magnitude))
    bytes.append(UInt8(ascii: ","))
    number(length)
    bytes.append(UInt8(ascii: ";"))
  }

  mutating func end() { bytes.append(UInt8(ascii: "}")) }

  private mutating func number(_ number: Int) {
    if number >= 10 { self.number(number / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}

/// A short body that is read again; whoever has written it, it is read within its bounds.
private struct ShortBodyReading {
  private let bytes: [UInt8]
  private var place: Int
  private let end: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let isWhole =
      bytes.count > 1 && bytes.first == UInt8(ascii: "{") && bytes.last == UInt8(ascii: "}")
    // What is no short body is at its end nowhere.
    (place, end) = isWhole ? (1, bytes.count - 1) : (0, -1)
  }

  var isAtEnd: Bool { place == end }

  mutating func takes(_ sign: Unicode.Scalar) -> Bool {
    guard place < end, bytes[place] == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  /// Of at most nine digits.
  mutating func number() -> Int? {
    let isLess = takes("-")
    var (number, digits) = (0, 0)
    while place < end, digits < 9, case let digit = bytes[place] &- UInt8(ascii: "0"), digit < 10 {
      number = number * 10 + Int(digit)
      digits += 1
      place += 1
    }
    return digits == 0 ? nil : isLess ? -number : number
  }

  /// Where the next so many bytes are.
  mutating func piece(_ length: Int) -> Range<Int>? {
    guard length >= 0, place + length <= end else { return nil }
    defer { place += length }
    return place..<place + length
  }
}
