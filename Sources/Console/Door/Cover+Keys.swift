import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// The keys while the screen is covered; the only ones there are.
enum CoverKeys {
  enum Message: Hashable, Sendable {
    case entered, moved, cleared, otherPerson
    case takenOver, besideWanted
    case changeLanguage, left
  }

  /// A cover and the moment it is looked at.
  struct State: Sendable {
    var cover: Cover
    var now: Moment
  }

  static func table(of cover: Cover, _ context: Context) -> KeyTable<State, Message> {
    switch cover {
    case .door(let door): KeyTable(this(door, context) + shared(context))
    case .elsewhere(let it): KeyTable(elsewhere(it, context) + shared(context))
    case .over: KeyTable([])
    }
  }

  /// All of them, for the manual.
  static func manual(_ context: Context) -> KeyTable<State, Message> {
    let away = Door.Away(
      clerk: "", since: Moment(epochSeconds: 0), cause: .byHand, unlocking: .password)
    var somewhere = Elsewhere([], at: nil)
    somewhere.mayWorkBeside = true
    return KeyTable(
      this(Door(away: away), context) + elsewhere(somewhere, context) + shared(context))
  }

  private static func this(_ door: Door, _ context: Context) -> [KeyBinding<State, Message>] {
    let group = context.say("登录", "Sign in")
    var keys: [KeyBinding<State, Message>] = [
      KeyBinding(
        [.enter], .entered, label: context.say("登录", "Sign in"),
        sentence: context.say(
          "到下一栏；填了密码就登录或解锁", "On to the next blank; with a password, sign in or unlock"),
        group: group, priority: 2, availability: { mayEnter($0, context) }),
      KeyBinding(
        [.tab, .down, .up, .backTab], .moved, label: context.say("换栏", "Other blank"),
        sentence: context.say("在编号和密码之间换", "Between the ID and the password"), group: group,
        priority: 3),
      KeyBinding(
        [.escape, .function(12)], .cleared, label: context.say("重填", "Clear"),
        sentence: context.say("清掉已填的编号和密码", "Clear what was typed"), group: group, priority: 4),
    ]
    if door.away != nil {
      keys.append(
        KeyBinding(
          [.function(9)], .otherPerson, label: context.say("换人", "Person"),
          sentence: context.say(
            "锁屏时由另一位同事登录；原来那位的工作留着",
            "On a locked screen, let a colleague sign in; the work of the other one is kept"),
          group: group, priority: 5))
    }
    return keys
  }

  private static func elsewhere(
    _ it: Elsewhere, _ context: Context
  ) -> [KeyBinding<State, Message>] {
    let group = context.say("已在别处登录", "Signed in elsewhere")
    let beside: Availability =
      it.mayWorkBeside
      ? .available
      : .unavailable(
        context.say(
          "同一个窗口只能有一处登录；请接管，或离开", "One counter takes one sign-in; take it over, or leave"))
    return [
      KeyBinding(
        [.control("y")], .takenOver, label: context.say("接管", "Take over"),
        sentence: context.say(
          "盖住那边的屏幕，那边填写的内容到这里来", "Cover the other screen and bring what was typed there along"),
        group: group, priority: 2),
      KeyBinding(
        [.enter], .besideWanted, label: context.say("各办各的", "Work beside"),
        sentence: context.say(
          "两个窗口同时办，草稿各留各处", "Work at both counters, each with its own drafts"),
        group: group, priority: 3, availability: { _ in beside }),
      KeyBinding(
        [.escape, .function(12)], .left, label: context.say("离开", "Leave"),
        sentence: context.say("不登录了，那边照常", "Do not sign in; the other one goes on"),
        group: group, priority: 4),
    ]
  }

  private static func shared(_ context: Context) -> [KeyBinding<State, Message>] {
    let group = context.say("到处可用", "Everywhere")
    return [
      KeyBinding(
        [.control("g")], .changeLanguage, label: context.say("English", "中文"),
        sentence: context.say("切换到英文", "Switch to Chinese"), group: group, priority: 6),
      KeyBinding(
        [.control("q")], .left, label: context.say("退出", "Quit"),
        sentence: context.say("退出登录，离开本程序", "Sign out and leave the program"), group: group,
        priority: 7),
    ]
  }

  private static func mayEnter(_ state: State, _ context: Context) -> Availability {
    guard case .door(let door) = state.cover, door.secondsToWait(at: state.now) > 0 else {
      return .available
    }
    return .unavailable("")
  }
}

extension Cover {
  /// What a key makes of the cover, and what is wanted then.
  func press(_ key: Key, _ context: Context) -> (Cover, [Request]) {
    if case .over = self { return (self, [.door(.leave)]) }
    let state = CoverKeys.State(cover: self, now: context.now)
    switch CoverKeys.table(of: self, context).outcome(of: key, in: state) {
    case .message(let message): return update(message, context)
    case .refused: return (self, [])
    case nil: return (typed(key), typedRequests(key, context))
    }
  }

  private func update(_ message: CoverKeys.Message, _ context: Context) -> (Cover, [Request]) {
    switch (message, self) {
    case (.changeLanguage, _):
      return (self, [.setLanguage(context.language == .zh ? .en : .zh)])
    case (.left, _): return (self, [.door(.leave)])
    case (.entered, .door(let door)): return Self.enter(door, context)
    case (.moved, .door(var door)):
      door.focus = door.focus == .id ? .password : .id
      return (.door(door), [])
    case (.cleared, .door(var door)):
      door.clear()
      return (.door(door), [])
    case (.otherPerson, .door(let door)):
      return (.door(Door(away: door.away, forAnother: true)), [])
    case (.takenOver, .elsewhere(let it)): return (self, [.door(.takeOver(it.sittings.map(\.id)))])
    case (.besideWanted, .elsewhere): return (self, [.door(.workBeside)])
    case (_, _): return (self, [])
    }
  }

  private static func enter(_ door: Door, _ context: Context) -> (Cover, [Request]) {
    var door = door
    guard door.focus == .password || door.id.isEmpty == false else { return (.door(door), []) }
    let needsNone = door.isReturn && door.away?.unlocking == .freely
    guard door.focus == .password, !door.password.isEmpty || needsNone else {
      door.focus = door.id.isEmpty ? .id : .password
      return (.door(door), [])
    }
    let password = door.password.text
    // It stays no longer than it is needed, neither on the screen nor here.
    door.password = TextField("", maximumLength: 200)
    door.problem = ""
    let wanted: DoorRequest =
      door.isReturn
      ? .unlock(password: password) : .signIn(door.clerk, password: password)
    return (.door(door), [.door(wanted)])
  }

  /// Characters go into the blank one stands in, whatever they mean elsewhere.
  private func typed(_ key: Key) -> Cover {
    guard case .door(var door) = self else { return self }
    switch (key, door.focus) {
    case (.scan(let text), .id):
      door.id.replace(with: text)
      door.focus = .password
    case (.scan(let text), .password): door.password.insert(text)
    case (_, .id):
      _ = door.id.take(key)
      door.waitsUntil = nil
      door.problem = ""
    case (_, .password): _ = door.password.take(key)
    }
    return .door(door)
  }

  /// What arrives in one burst with Enter behind it, as a reader or a password store sends it, has
  /// had its Enter.
  private func typedRequests(_ key: Key, _ context: Context) -> [Request] {
    guard case .scan = key, case .door(let door) = self, door.focus == .password else { return [] }
    return [.press(.enter)]
  }
}
