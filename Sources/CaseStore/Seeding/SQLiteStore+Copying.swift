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
  fileprivate func insert(
    _ originals: [WordedLine], for copies: inout [StreamCopy]
  ) throws(SQLiteError) {
    var position = try lastPosition()
    for index in copies.indices {
      let act = position + 1
      let words = copies[index].words.map { Array($0.utf8) }
      for original in originals {
        position += 1
        let line = original.line(for: copies[index], words, at: position, act: act)
        try insert(line)
        copies[index].hash = line.hash
      }
    }
  }
}

/// An event of the original, taken apart at the words in which its copies differ.
private struct WordedLine {
  private let line: JournalLine
  private let body: WordedText
  /// The text of a document, of which the body has the hash as its last word.
  private let document: WordedText?

  init(_ line: JournalLine, _ event: HallEvent, _ words: [String]) {
    self.line = line
    if case .file(.documentIssued(let document)) = event, let sum = document.sha256 {
      self.document = WordedText(Array(document.text.utf8), words)
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
    line.hash = line.hash(after: copy.hash)
    return line
  }
}

/// A text taken apart at certain words; where several begin, the longest counts.
struct WordedText {
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
    for (piece, word) in zip(pieces, found) {
      text += piece
      text += words[word]
    }
    return text + (pieces.last ?? [])
  }
}
