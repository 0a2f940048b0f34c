/// The number of a document: the organ's word, the year, the serial of the year (市监受〔2026〕12号).
package struct DocumentNumber: Hashable, Sendable {
  package let word: String
  package let year: Int
  package let serial: Int

  package init(_ text: String) throws(CodeProblem) {
    let text = text.trimmingBlanks
    let opening = text.split(separator: "〔", omittingEmptySubsequences: false)
    let closing = opening.last?.split(separator: "〕", omittingEmptySubsequences: false) ?? []
    guard opening.count == 2, closing.count == 2 else {
      throw CodeProblem(.characters, in: Words("年份要写在六角括号〔〕里", "the year stands in 〔 〕"))
    }
    (word, year) = (try Self.word(opening[0]), try Self.year(closing[0]))
    serial = try Self.serial(closing[1])
  }

  package var text: String { "\(word)〔\(year)〕\(serial)号" }

  private static func word(_ text: Substring) throws(CodeProblem) -> String {
    let part = Words("机关代字", "word of the organ")
    guard (1...20).contains(text.count) else { throw CodeProblem(.length, in: part) }
    guard text.allSatisfy(\.isLetter) else { throw CodeProblem(.characters, in: part) }
    return String(text)
  }

  private static func year(_ text: Substring) throws(CodeProblem) -> Int {
    let part = Words("年份", "year")
    guard text.count == 4 else { throw CodeProblem(.length, in: part) }
    guard String(text).hasOnlyDigits, let year = Int(text) else {
      throw CodeProblem(.characters, in: part)
    }
    guard (1949...2099).contains(year) else { throw CodeProblem(.date, in: part) }
    return year
  }

  /// Without leading zeros, and with 号 behind it.
  private static func serial(_ text: Substring) throws(CodeProblem) -> Int {
    let part = Words("顺序号", "serial")
    let digits = String(text.dropLast())
    guard text.hasSuffix("号") else {
      throw CodeProblem(.characters, in: Words("末尾的「号」", "the 号 at its end"))
    }
    guard (1...9).contains(digits.count) else { throw CodeProblem(.length, in: part) }
    guard !digits.hasPrefix("0") else {
      throw CodeProblem(.characters, in: Words("顺序号（前面不加 0）", "serial, without zeros before it"))
    }
    guard digits.hasOnlyDigits, let serial = Int(digits) else {
      throw CodeProblem(.characters, in: part)
    }
    return serial
  }
}
