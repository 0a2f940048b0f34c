import Casework
package import Deskwork
import Digests
import SQLite

extension SQLiteStore: StreamCopying {
  package func repeatEvents(
    of stream: StreamID, after version: Int, replacing words: [String],
    into copies: inout [StreamCopy]
  ) throws(StoreError) {
    let query = ListQuery.events(of: stream, after: version)
    let lines = try using { connection throws(SQLiteError) in try connection.lines(query) }
    let events = try lines.events()
    let originals = zip(lines, events).map { WordedLine($0, $1.event, words) }
    var written = copies
    try using { connection throws(SQLiteError) in
      if let acts {
        acts.noteOthers()
        return try connection.insert(originals, for: &written)
      }
      try connection.transaction { () throws(SQLiteError) in
        try connection.insert(originals, for: &written)
      }
    }
    copies = written
  }
}

extension Connection {
  /// Lines are worded and hashed by all processors, and written by this one in their order.
  fileprivate func insert(
    _ originals: [WordedLine], for copies: inout [StreamCopy]
  ) throws(SQLiteError) {
    guard !originals.isEmpty else { return }
    let (before, given) = (try lastPosition(), copies)
    var starts = stride(from: 0, to: given.count, by: Self.copiesAtOnce).makeIterator()
    var hashes: [String] = []
    // So little that handing it over would cost more than it spares.
    let isLittle = given.count * originals.count < Self.linesWorthHandingOver
    try OrderedWork(processors: isLittle ? 1 : nil) { start in
      let places = start..<min(given.count, start + Self.copiesAtOnce)
      return places.map { place in
        originals.lines(for: given[place], behind: before + Int64(place * originals.count))
      }
    }.run(
      next: { () throws(SQLiteError) in starts.next() },
      take: { copied throws(SQLiteError) in
        for lines in copied {
          for line in lines { try insert(line) }
          if let last = lines.last { hashes.append(last.hash) }
        }
      })
    for (index, hash) in hashes.enumerated() { copies[index].hash = hash }
  }

  private static var copiesAtOnce: Int { 16 }
  private static var linesWorthHandingOver: Int { 64 }
}

extension [WordedLine] {
  /// One act of a copy.
  fileprivate func lines(for copy: StreamCopy, behind position: Int64) -> [JournalLine] {
    var (copy, position) = (copy, position)
    let act = position + 1
    let words = copy.words.map { Array<UInt8>($0.utf8) }
    return map { original in
      position += 1
      let line = original.line(for: copy, words, at: position, act: act)
      copy.hash = line.hash
      return line
    }
  }
}

/// An event of the original, taken apart at the words in which its copies differ.
private struct WordedLine: Sendable {
  private let line: JournalLine
  private let body: WordedText
  private let blank: BlankBody?
  /// The text of a document, of which the body has the hash as its last word.
  private let document: WordedText?

  init(_ line: JournalLine, _ event: HallEvent, _ words: [String]) {
    self.line = line
    blank = line.blankText.map(BlankBody.init)
    if case .file(.documentIssued(let document)) = event, let sum = document.sha256 {
      self.document = WordedText(document.text.utf8, words)
      body = WordedText(line.body, words + [sum])
    } else {
      document = nil
      body = WordedText(line.body, words)
    }
  }

  /// With the copy's words as bytes.
  func line(
    for copy: StreamCopy, _ words: [[UInt8]], at position: Int64, act: Int64
  ) -> JournalLine {
    var words = words
    if let document {
      let text = document.with(words)
      words.append(Array(Sha256.hexadecimal(Sha256.digest(of: text)).utf8))
    }
    var line = line
    line.position = position
    line.stream = copy.stream.text
    line.act = act
    line.body = body.with(words)
    line.shortened = ShortenedBody(line.body, like: blank)
    line.hash = line.hash(after: copy.hash)
    return line
  }
}

/// A text taken apart at certain words; where several begin, the longest counts.
struct WordedText: Sendable {
  /// What stands before each word found, and after the last.
  private var pieces: [ArraySlice<UInt8>] = []
  private var found: [Int] = []

  init(_ text: [UInt8], _ words: [String]) {
    let words = words.map { Array($0.utf8) }
    let longestFirst = words.indices.filter { !words[$0].isEmpty }
      .sorted { (words[$1].count, $0) < (words[$0].count, $1) }
    let beginnings = Set(longestFirst.map { words[$0][0] })
    var (start, place) = (0, 0)
    while place < text.count {
      let word =
        beginnings.contains(text[place])
        ? longestFirst.first { text[place...].starts(with: words[$0]) } : nil
      guard let word else {
        place += 1
        continue
      }
      pieces.append(text[start..<place])
      found.append(word)
      place += words[word].count
      start = place
    }
    pieces.append(text[start...])
  }

  /// The text with other words in the same places.
  func with(_ words: [[UInt8]]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(pieces.reduce(0) { $0 + $1.count } + found.count * 24)
    for (index, piece) in pieces.enumerated() {
      text += piece
      if index < found.count { text += words[found[index]] }
    }
    return text
  }
}
