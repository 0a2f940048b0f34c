import Casework
import Deskwork
import WorkCalendar

/// Finds the one case that a person means by a number.
struct CaseFinder {
  let desk: Desk

  /// The short number, the spoken one of this year, or the national one of 43 characters.
  func find(_ text: String) throws(DeskRefusal) -> CaseID {
    let wanted = text.filter { !$0.isWhitespace }.uppercased()
    for id in candidates(wanted) {
      if try row(id) != nil { return id }
    }
    if wanted.count > 20 {
      let found = try searching(wanted).filter { $0.number == wanted }
      if let row = found.first { return row.id }
    }
    throw .noSuchCase(maskedNumbers(in: text))
  }

  private func candidates(_ text: String) -> [CaseID] {
    let digits = text.filter { $0 != "-" }
    guard digits.count == 8, digits.allSatisfy({ ("0"..."9").contains($0) }) else {
      return [CaseID(text)]
    }
    // Spoken numbers leave the year out: this year's first, then the last one's.
    let year = desk.today.year
    return [year, year - 1].map { CaseID("\(desk.hall.code)\($0)\(digits)") }
  }

  private func row(_ id: CaseID) throws(DeskRefusal) -> CaseRow? {
    do throws(StoreError) { return try desk.store.caseRow(id) } catch { throw .store(error) }
  }

  private func searching(_ text: String) throws(DeskRefusal) -> [CaseRow] {
    do throws(StoreError) {
      return try desk.store.search(text, limit: 5)
    } catch {
      throw .store(error)
    }
  }
}
