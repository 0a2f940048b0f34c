package import Casework
package import Deskwork
import SQLite
package import WorkCalendar

/// What the hall is made of is read whole: it is short, and the desk keeps it.
extension SQLiteStore {
  package func hall() throws(StoreError) -> Hall {
    let halls = try bodies(Hall.self, .hall)
    guard let hall = halls.first else {
      throw .other(detail: "no hall has been opened here yet")
    }
    return hall
  }

  package func departments() throws(StoreError) -> [Department] {
    try bodies(Department.self, .departments)
  }

  package func counters() throws(StoreError) -> [Counter] {
    try bodies(Counter.self, .counters)
  }

  package func clerks() throws(StoreError) -> [Clerk] {
    try bodies(Clerk.self, .clerks)
  }

  package func calendarYears() throws(StoreError) -> [CalendarYear] {
    try bodies(CalendarYear.self, .calendarYears)
  }

  package func rulebook() throws(StoreError) -> Rulebook? {
    try bodies(Rulebook.self, .rulebook).first
  }

  package func items() throws(StoreError) -> [ItemRow] {
    try rows(.items, unless: \.havePublished) { row throws(SQLiteError) in
      ItemRow(
        id: try row.name(0), version: try row.number(1), name: try row.words(2),
        initials: try row.text(4), code: try row.text(5), department: try row.name(6),
        handling: try row.word(7), allowsTownshipIntake: try row.truth(8))
    }
  }

  package func sheet(_ id: ItemID, version: Int) throws(StoreError) -> ImplementationSheet? {
    try bodies(ImplementationSheet.self, .sheet(id, version: version)).first
  }

  private func bodies<Body: Decodable>(
    _ type: Body.Type, _ query: ListQuery
  ) throws(StoreError) -> [Body] {
    try rows(query, unless: \.havePublished) { row throws(SQLiteError) in
      try StoredJSON.value(type, from: try row.bytes(0))
    }
  }

  private func bodies<Body: Decodable & PlainlyRead>(
    _ type: Body.Type, _ query: ListQuery
  ) throws(StoreError) -> [Body] {
    try rows(query, unless: \.havePublished) { row throws(SQLiteError) in
      try StoredJSON.value(type, from: try row.bytes(0))
    }
  }
}
