import Casework
import Deskwork
import TerminalUI
import TestSupport
import Testing
import WorkCalendar

private let half =
  "<F6><F10>spjy<Enter><scan:92539901MA6KCD3T34><C-a>539901197909230115<Enter>李代办<Enter>"
  + "<Tab>人民路8号<Enter><Space><PageDown><Space><F4>未盖章<Enter><F8>"

@Suite struct IntakeDraftTests {
  @Test func `what was typed before the line was cut is there again`() throws {
    let hall = try ConsoleHall.atWork()
    let before = try ConsoleDriver(hall, as: "wangfang").press(half)
    let offered = try ConsoleDriver(hall, as: "wangfang").press("")
    #expect(offered.row(with: "草稿").contains("回车继续"))
    let after = try ConsoleDriver(hall, as: "wangfang").press("<Home><Up><Up><Up><Enter>")
    #expect(after.form == before.form)
  }

  @Test func `an intake that was put down waits while another is begun`() throws {
    let hall = try ConsoleHall.atWork()
    let driver = ConsoleDriver(hall, as: "wangfang")
    let begun = try driver.press(half)
    let other = try driver.press(half + "<C-t>gtgs<Enter>")
    #expect(other.text.contains("个体工商户设立登记"))
    let back = try driver.press("2<F3>")
    #expect(try hall.desk.store.drafts(of: "wangfang").count >= 1)
    #expect(back.text.contains("接着办哪一件") || back.form == begun.form)
  }

  @Test func `Esc leaves and loses nothing`() throws {
    let hall = try ConsoleHall.atWork()
    let run = try ConsoleDriver(hall, as: "wangfang").press(half + "<Esc>2")
    let stayed = try ConsoleDriver(ConsoleHall.atWork(), as: "wangfang").press(half)
    #expect(run.form == stayed.form)
  }

  @Test func `an item that was only chosen leaves no draft behind`() throws {
    let hall = try ConsoleHall.atWork()
    _ = try ConsoleDriver(hall, as: "wangfang").press("<F8>spjy<Enter><Esc>")
    #expect(try hall.desk.store.drafts(of: "wangfang").isEmpty)
  }

  @Test func `a resized terminal keeps what is being typed`() throws {
    let typed = try Key.keys(from: half).map { TerminalEvent.key($0) }
    let small = TerminalEvent.resized(Size(columns: 61, rows: 17))
    let tiny = TerminalEvent.resized(Size(columns: 3, rows: 2))
    let normal = TerminalEvent.resized(Size(columns: 80, rows: 24))
    let calm = try ConsoleDriver(ConsoleHall.atWork(), as: "wangfang").run(typed)
    let shaken = try ConsoleDriver(ConsoleHall.atWork(), as: "wangfang")
      .run(typed.flatMap { [small, $0, tiny] } + [normal])
    #expect(shaken.form == calm.form)
  }

  @Test func `somebody else who sits down finds an empty form`() throws {
    let run = try ConsoleDriver(ConsoleHall.atWork(), as: "wangfang")
      .press("<F8>spjy<Enter><scan:539901197909230115><F9>")
    #expect(run.text.contains("谁坐在这里"))
    let seated = try ConsoleDriver(ConsoleHall.atWork(), as: "wangfang")
      .press("<F8>spjy<Enter><scan:539901197909230115><F9>2 2")
    #expect(!seated.text.contains("539901197909230115"))
  }
}

extension ConsoleRun {
  /// The rows between the rules: what has been typed and how it stands.
  fileprivate var form: [String] {
    Array((frames.last?.lines ?? []).dropFirst(3).dropLast(2))
  }
}
