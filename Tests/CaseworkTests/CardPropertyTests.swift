import Casework
import TestSupport
import Testing
import WorkCalendar

struct CardPropertyTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `whatever people do, cards never fall while their cause lasts, and their history agrees`(
    seed: UInt64
  ) {
    var it = RandomCase(seed: seed)
    it.scenario.rulebook = .model
    for _ in 0..<60 {
      let before = it.scenario
      guard it.go() != nil else { continue }
      expectNoFall(before, until: it.scenario.today)
      expectAgreement(it.scenario)
    }
  }

  /// Between two acts a card only gets graver.
  private func expectNoFall(_ it: Scenario, until next: LocalDate) {
    for watch in it.file.watches(under: it.rules) {
      var (day, level) = (it.today, watch.level(on: it.today))
      while day < next.advanced(by: 30) {
        day = day.advanced(by: 1)
        let now = watch.level(on: day)
        if level != nil, now ?? .warning < level ?? .warning || now == nil {
          Issue.record("\(watch.card.text) fell on \(day)")
        }
        level = now
      }
    }
  }

  /// What the walk through the days finds open is what shows.
  private func expectAgreement(_ it: Scenario) {
    let shown = it.file.cards(on: it.today, history: it.history, under: it.rules)
    let past = CaseFile.cardHistory(
      of: it.file.id, it.history, through: it.today, under: it.rules)
    let open = past.filter { $0.clearedOn == nil }
    #expect(Set(open.map(\.key)) == Set(shown.map(\.key)))
    for card in past {
      #expect(card.clearedOn.map { $0 >= card.raised[0].on } ?? true)
      #expect(card.raised.map(\.level) == card.raised.map(\.level).sorted())
    }
    for card in shown {
      #expect(past.last { $0.key == card.key }?.level ?? .warning >= card.level)
    }
  }
}
