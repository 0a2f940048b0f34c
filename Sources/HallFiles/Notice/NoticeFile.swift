import FoundationEssentials
import WorkCalendar

/// A year's holiday notice in a file: our own JSON, or the text of the State Council's notice.
package enum NoticeFile {
  /// The notice, or everything that is wrong with it. Bytes that are no UTF-8 go to the decoder.
  package static func read(
    _ bytes: [UInt8], otherwise decode: ([UInt8]) -> String?
  ) throws(NoticeRefusal) -> HolidayNotice {
    guard let text = text(bytes) ?? decode(bytes) else {
      throw NoticeRefusal(line: nil, .notText)
    }
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
    guard first == "{" || first == "[" else { return try NoticeReader.read(text) }
    return try table(text)
  }

  private static func text(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isBig = bytes[0] == 0xFE
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index -> UInt16 in
        let (one, other) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isBig ? one << 8 | other : other << 8 | one
      }
      return String(validating: units, as: UTF16.self)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func table(_ text: String) throws(NoticeRefusal) -> HolidayNotice {
    let table: CalendarYear
    do throws(HallFileError) {
      table = try HallFolder(path: "").decode(Data(text.utf8), as: "")
    } catch {
      throw NoticeRefusal(line: error.line, .file(error.problem, place: error.place))
    }
    var problems = table.mistakes.map { NoticeProblem(line: nil, .table($0)) }
    problems += table.workedStatutoryDays.map {
      NoticeProblem(line: nil, .day(.statutoryDayWorked($0.date, $0.name)))
    }
    guard problems.isEmpty else { throw NoticeRefusal(problems) }
    return HolidayNotice(year: table.year, number: table.notice, content: .table(table))
  }
}
