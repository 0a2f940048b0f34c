import Casework
import Deskwork
import SQLite
import WorkCalendar

/// What the hall has published, by which cases are worked out: its own stream and those of its items.
struct Published: Sendable {
  private var years: [Int: CalendarYear] = [:]
  private var openingHours: OpeningHours?
  private var rulebook: Rulebook?
  private var calendar = WorkCalendar(years: [])
  private var sheets: [ItemID: [Int: ImplementationSheet]] = [:]
  /// What each is called, with its readings and the words it is found by.
  private var names: [String: [Spelling]] = [:]
  private var terms: [ItemID: [Int: ItemTerms]] = [:]
  private let read: @Sendable (String) -> [Spelling]

  init(readings: @escaping @Sendable (String) -> [Spelling]) { read = readings }

  mutating func take(_ event: ReferenceEvent) {
    switch event {
    case .hallOpened(let it): openingHours = it.openingHours
    case .calendarPublished(let it):
      years[it.year] = it
      calendar = WorkCalendar(years: Array(years.values))
    case .rulebookPublished(let it): rulebook = it
    case .sheetPublished(let it): take(it)
    case .departmentRegistered, .counterOpened, .clerkEnrolled, .clerkChanged,
      .accessKeyGranted, .accessKeyWithdrawn, .clockCorrected, .yearClosed:
      break
    }
  }

  /// What follows from a sheet is worked out once for all its cases.
  private mutating func take(_ sheet: ImplementationSheet) {
    let readings = read(sheet.name.zh)
    sheets[sheet.id, default: [:]][sheet.version] = sheet
    names[sheet.name.zh] = readings
    terms[sheet.id, default: [:]][sheet.version] = ItemTerms(sheet, readings: readings)
  }

  /// Every reading of a text in pinyin.
  func readings(of text: String) -> [Spelling] { names[text] ?? read(text) }

  func terms(of sheet: ImplementationSheet) -> ItemTerms {
    terms[sheet.id]?[sheet.version] ?? ItemTerms(sheet, readings: readings(of: sheet.name.zh))
  }

  /// Those a case goes by.
  func rules(for file: CaseFile) throws(StoreError) -> CaseRules {
    guard let sheet = sheets[file.item]?[file.sheetVersion] else {
      let name = "\(file.item) version \(file.sheetVersion)"
      throw .damaged(detail: "\(file.id) was taken in under \(name), which is not here")
    }
    return CaseRules(
      sheet: sheet, calendar: calendar, openingHours: openingHours, rulebook: rulebook)
  }
}

extension Connection {
  /// The hall and its items, in the order of their names.
  func publishedStreams() throws(StoreFailure) -> [StreamID] {
    let names = try asking { () throws(SQLiteError) in
      try self.query(
        """
        SELECT stream FROM journal
        WHERE version = 1 AND (stream = 'hall' OR stream > 'item/' AND stream < 'item0')
        ORDER BY stream
        """
      ) { row throws(SQLiteError) in try row.text(0) }
    }
    return try names.map { name throws(StoreFailure) in
      guard let stream = StreamID(name) else {
        throw .store(.damaged(detail: "there is no stream \(name)"))
      }
      return stream
    }
  }
}
