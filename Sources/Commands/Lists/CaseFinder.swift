import Casework
import Deskwork
import WorkCalendar

/// Finds the one case that a person means by a number.
struct CaseFinder {
  let desk: Desk

  /// The short number, the spoken one of this year, or the national one of 43 characters.
  func find(_ text: String) throws(DeskRefusal) -> CaseID {
    let wanted =
      text.utf8.allSatisfy(Self.isOfNumbers) ? text : text.filter { !$0.isWhitespace }.uppercased()
    for id in candidates(wanted) {
      if try isThere(id) { return id }
    }
    if wanted.count > 20 {
      let found = try searching(wanted).filter { $0.number == wanted }
      if let row = found.first { return row.id }
    }
    throw .noSuchCase(maskedNumbers(in: text))
  }

  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  /// Whether it stands in a number as it was given out.
  private static func isOfNumbers(_ sign: UInt8) -> Bool {
    digits.contains(sign) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(sign)
  }

  private func candidates(_ text: String) -> [CaseID] {
    let signs = text.utf8.filter { $0 != UInt8(ascii: "-") }
    guard signs.count == 8, signs.allSatisfy(Self.digits.contains) else { return [CaseID(text)] }
    // Spoken numbers leave the year out: this year's first, then the last one's.
    let (year, digits) = (desk.today.year, String(decoding: signs, as: UTF8.self))
    return [year, year - 1].map { CaseID("\(desk.hall.code)\($0)\(digits)") }
  }

  /// Here, or in the file of a closed year.
  private func isThere(_ id: CaseID) throws(DeskRefusal) -> Bool {
    do throws(StoreError) {
      if try desk.store.lastVersion(of: .file(id)) > 0 { return true }
      return try desk.store.caseRow(id) != nil
    } catch {
      throw .store(error)
    }
  }

  private func searching(_ text: String) throws(DeskRefusal) -> [CaseRow] {
    do throws(StoreError) {
      return try desk.store.search(text, limit: 5)
    } catch {
      throw .store(error)
    }
  }
}
