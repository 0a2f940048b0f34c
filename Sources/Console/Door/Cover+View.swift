import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension Cover {
  /// The whole screen: the hall, the counter, the date, and what is asked.
  func view(_ context: Context, on grid: inout CellGrid) {
    let frame = Frame(size: grid.size)
    drawTitle(context, on: &grid, frame.title)
    switch self {
    case .door(let door): draw(door, context, on: &grid, in: frame.body)
    case .elsewhere(let it): draw(it, context, on: &grid, in: frame.body)
    case .over(let sentence): drawOver(sentence, context, on: &grid, in: frame.body)
    }
    grid.horizontalRule(row: frame.notice.row)
    let state = CoverKeys.State(cover: self, now: context.now)
    CoverKeys.table(of: self, context).drawFooter(
      in: state, on: &grid, row: frame.footer.row, caps: Wording.caps(context.language))
  }

  private func drawTitle(_ context: Context, on grid: inout CellGrid, _ rect: Rect) {
    grid.fill(rect, role: .title)
    let banner = context.isDemo ? context.say("[演示]", "[DEMO]") : ""
    let right = [context.name(context.seat.counter), Wording.clock(context.now, context)]
      .filter { !$0.isEmpty }.joined(separator: "  ")
    let end = rect.columns - grid.glyphs.columns(of: banner) - 1
    let start = max(0, end - grid.glyphs.columns(of: right) - 1)
    let left = " \(context.say("一窗", "yichuang"))  \(context.say(context.hall.name))"
    grid.put(left, row: rect.row, column: 0, width: max(0, start - 1), role: .title)
    grid.put(right, row: rect.row, column: start, role: .title)
    grid.put(banner, row: rect.row, column: max(0, end), role: .banner)
  }

  private func draw(
    _ door: Door, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let width = min(56, rect.columns - 8)
    let said = said(door, context).flatMap { grid.glyphs.wrapped($0, to: width) }
    let problem = grid.glyphs.wrapped(problem(of: door, context), to: width).prefix(3)
    let heading =
      door.away == nil ? context.say("登录", "Sign in") : context.say("屏幕已锁", "Locked")
    var body = Dialog.draw(
      on: &grid, in: rect, content: Size(columns: width, rows: said.count + 8), title: heading)
    for line in said {
      let row = body.cutTop(1)
      grid.put(line, row: row.row, column: row.column, width: row.columns, role: .text)
    }
    _ = body.cutTop(1)
    // A blank row after each blank: an input method shows its candidates there.
    let id = body.cutTop(2)
    draw(door.id, context.say("编号", "ID"), door.focus == .id, on: &grid, in: id)
    let password = body.cutTop(2)
    let stars = TextField(String(repeating: "*", count: min(24, door.password.text.count)))
    draw(stars, context.say("密码", "Password"), door.focus == .password, on: &grid, in: password)
    for line in problem {
      let row = body.cutTop(1)
      grid.put(line, row: row.row, column: row.column, width: row.columns, role: .warning)
    }
  }

  private func draw(
    _ field: TextField, _ label: String, _ isActive: Bool, on grid: inout CellGrid, in rect: Rect
  ) {
    grid.put(isActive ? ">" : " ", row: rect.row, column: rect.column, role: .cursorMark)
    grid.put(label, row: rect.row, column: rect.column + 2, role: isActive ? .key : .label)
    field.draw(
      on: &grid, row: rect.row, column: rect.column + 12, width: min(28, rect.columns - 12),
      isActive: isActive)
  }

  /// Who went away and since when, and what happens to the work.
  private func said(_ door: Door, _ context: Context) -> [String] {
    guard let away = door.away else {
      return [
        context.say(context.hall.name),
        context.say("请输入人员编号和密码。", "Enter your ID and password."),
      ]
    }
    let name = context.name(away.clerk)
    let since = Wording.since(away.since, context)
    let first =
      switch away.cause {
      case .byHand: context.say("\(name) 从 \(since) 起离开。", "\(name) has been away since \(since).")
      case .idle:
        context.say(
          "\(name) 从 \(since) 起没有操作，屏幕自动锁上。",
          "\(name) has not touched a key for a while; locked at \(since).")
      }
    let second =
      switch away.unlocking {
      case .password:
        context.say(
          "输入密码接着办；别的同事按 F9 登录，\(name)的工作原样留着。",
          "The password goes on with the work. A colleague presses F9; the work of \(name) is kept."
        )
      case .freely:
        context.say(
          "演示大厅不设密码：按回车接着办。", "A demo hall has no passwords: Enter goes on with the work.")
      case .byComingAnew:
        context.say(
          "\(name)没有设密码：按 Ctrl-Q 退出，再连接一次就能接着办。",
          "\(name) has no password: Ctrl-Q leaves, and coming in again goes on with the work.")
      }
    return [first, second]
  }

  private func problem(of door: Door, _ context: Context) -> String {
    let seconds = door.secondsToWait(at: context.now)
    guard seconds > 0 else { return door.problem }
    return context.say(
      "编号或密码连续不对；\(seconds) 秒后可以再试。",
      "Wrong several times; the next try is in \(seconds) seconds.")
  }

  private func draw(
    _ it: Elsewhere, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let width = min(64, rect.columns - 8)
    let places = it.sittings.prefix(4).map { sitting in
      let place = context.name(sitting.counter)
      let since = Wording.when(sitting.since, context)
      let state = sitting.isLocked ? context.say("  已锁屏", "  locked") : ""
      return "  " + (place.isEmpty ? context.say("不在窗口", "no counter") : place)
        + context.say("  \(since) 起", "  since \(since)") + state
    }
    let name = context.name(context.seat.clerk.id)
    var lines = [
      context.say("\(name)，您还在别处登录着:", "\(name), you are signed in elsewhere too:")
    ]
    lines += places + [""]
    lines += [
      context.say(
        "Ctrl-Y 接管: 那边的屏幕随即盖住，填写的内容到这里来。",
        "Ctrl-Y takes over: the other screen is covered, and what was typed there comes along.")
    ]
    lines += [
      it.mayWorkBeside
        ? context.say(
          "回车 各办各的: 两处同时办，草稿各留各处。",
          "Enter works beside it: both at once, each with its own drafts.")
        : context.say(
          "同一个窗口只能有一处登录: 接管，或者离开。",
          "One counter takes one sign-in: take it over, or leave.")
    ]
    lines += [context.say("Esc 离开: 那边照常。", "Esc leaves: the other one goes on.")]
    let text = lines.flatMap { grid.glyphs.wrapped($0, to: width) }
    var body = Dialog.draw(
      on: &grid, in: rect, content: Size(columns: width, rows: text.count),
      title: context.say("已在别处登录", "Signed in elsewhere"), role: .warning)
    grid.caret = body.origin
    for line in text {
      let row = body.cutTop(1)
      grid.put(line, row: row.row, column: row.column, width: row.columns, role: .text)
    }
  }

  private func drawOver(
    _ sentence: String, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let width = min(56, rect.columns - 8)
    let lines =
      grid.glyphs.wrapped(sentence, to: width) + ["", context.say("按任意键离开。", "Any key leaves.")]
    var body = Dialog.draw(
      on: &grid, in: rect, content: Size(columns: width, rows: lines.count),
      title: context.say("这里的工作已结束", "This sitting is over"), role: .warning)
    grid.caret = body.origin
    for line in lines {
      let row = body.cutTop(1)
      grid.put(line, row: row.row, column: row.column, width: row.columns, role: .text)
    }
  }
}
