import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension IntakePane {
  static func type(_ state: inout State, _ key: Key, _ context: Context) -> [Request]? {
    let before = state.form.body
    guard let requests = take(&state, key, context) else { return nil }
    return keeping(&state, since: before, context, requests)
  }

  private static func take(
    _ state: inout State, _ key: Key, _ context: Context
  ) -> [Request]? {
    switch key {
    case .escape, .function(12): return stepBack(&state, context)
    case .scan(let code): return scanned(&state, code, context)
    case .left, .right:
      if isTyping(state) { return edit(&state, key, context) }
      guard state.receipt == nil else { return nil }
      state.form.turn(by: key == .left ? -1 : 1)
      return []
    case .character(let character):
      // Words typed at the ground of a decline are its reason.
      if state.form.focus == .ground, character.folded.isLetter { state.form.focus = .reason }
      if isTyping(state) { return edit(&state, key, context) }
      return character.folded.isLetter || character.folded.isNumber
        ? strayed(&state, character.folded, context) : nil
    case .paste, .backspace, .delete, .home, .end, .control:
      return isTyping(state) ? edit(&state, key, context) : nil
    case .enter, .tab, .backTab, .insert, .up, .down, .pageUp, .pageDown, .function, .alt, .mouse:
      return nil
    }
  }

  /// Out of an ending's page, out of a search; nil if the pane itself is to be left.
  private static func stepBack(_ state: inout State, _ context: Context) -> [Request]? {
    if state.form.page != nil {
      state.form.page = nil
      state.form.focus = .exits
      return []
    }
    if state.isFinding, !state.finder.field.isEmpty {
      state.finder.clear(context)
      return []
    }
    return nil
  }

  private static func edit(
    _ state: inout State, _ key: Key, _ context: Context
  ) -> [Request]? {
    if state.isFinding {
      if case .character(let character) = key, state.finder.field.isEmpty,
        state.form.isEmpty, character.folded.isNumber
      {
        return nil  // At rest a digit opens its screen.
      }
      return state.finder.type(key, context) ? [] : nil
    }
    let blank = state.form.focus
    var field = state.form.texts[blank] ?? state.form.made(blank)
    let before = field.text
    guard field.take(key) else { return nil }
    state.form.texts[blank] = field
    guard blank == .number, field.text != before else {
      return Notice.full(field, context).map { [.notice($0)] } ?? []
    }
    state.form.known = nil
    state.form.recogniseNumber(context)
    return recall(state.form, context)
  }

  /// A letter or digit where no field is: it goes where it is meant, and opens nothing by accident.
  private static func strayed(
    _ state: inout State, _ character: Character, _ context: Context
  ) -> [Request]? {
    guard state.receipt == nil else { return nil }
    let digit = character.wholeNumberValue
    switch state.form.focus {
    case .applicantKind, .paper: return typeInto(.number, &state, character, context)
    case .agent, .agentPaper:
      state.form.hasAgent = true
      return typeInto(.agentNumber, &state, character, context)
    case .exits:
      let exits = state.form.exits
      guard let digit, exits.indices.contains(digit - 1) else { return [] }
      state.form.exit = exits[digit - 1]
      return choose(exits[digit - 1], &state, context)
    case .material, .ground, .field:
      if let digit { _ = state.form.choose(digit) }
      return digit == nil ? nil : []
    case .item, .number, .name, .phone, .address, .representative, .agentNumber, .agentName,
      .agentPhone, .remark, .delivery, .deliveryAddress, .reason, .basis, .organ, .workingDays,
      .decision:
      return []
    }
  }

  private static func typeInto(
    _ blank: IntakeBlank, _ state: inout State, _ character: Character, _ context: Context
  ) -> [Request]? {
    state.form.focus = blank
    return edit(&state, .character(character), context)
  }

  /// What a reader or scanner sent: a paper, a case, or just text.
  private static func scanned(
    _ state: inout State, _ code: String, _ context: Context
  ) -> [Request] {
    if let identity = Identity.guess(code, on: context.today) {
      guard state.form.open == nil else { return [] }
      if state.receipt != nil {
        state.receipt = nil
        state.form = IntakeForm()
      }
      guard state.form.take(scanned: identity) else { return [] }
      state.movesOnAfterRecall = state.form.focus == .number
      return recall(state.form, context)
    }
    let compact = code.filter { !$0.isWhitespace }
    let prefix = context.hall.code
    if compact.hasPrefix(prefix), compact.count == prefix.count + 12,
      compact.dropFirst(prefix.count).allSatisfy(\.isNumber)
    {
      return [.openCase(CaseID(compact), among: [])]
    }
    if compact.count == 43 { return [.search(compact, limit: 1)] }
    if isTyping(state) {
      let requests = edit(&state, .paste(code), context) ?? []
      if !state.isFinding, state.form.page == nil { state.form.moveOn() }
      return requests
    }
    return [
      .notice(
        Notice(
          .plain, context.say("读到 \(code),不是证件号也不是件号", "Read \(code): neither a paper nor a case")))
    ]
  }
}

extension IntakeForm {
  /// Takes a paper from a reader; false if it became the agent's.
  mutating func take(scanned identity: Identity) -> Bool {
    let isForOrganisations = sheet?.audience == .organisations
    let isAgentFocused = [.agent, .agentPaper, .agentNumber, .agentName, .agentPhone]
      .contains(focus)
    if identity.kind == .residentID, isForOrganisations || isAgentFocused {
      hasAgent = true
      agentPaper = .residentID
      put(identity.number, in: .agentNumber)
      focus = .agentName
      return false
    }
    become(identity.kind.isOfOrganisation ? .organisation : .person)
    set(identity.kind)
    put(identity.number, in: .number)
    known = nil
    if sheet != nil, page == nil { focus = .number }
    return true
  }

  /// Eighteen characters that only the other kind of applicant can have make it that kind.
  mutating func recogniseNumber(_ context: Context) {
    guard identity.number.count == 18, sheet?.audience == .both,
      identity.problem(on: context.today) != nil,
      let other = Identity.guess(identity.number, on: context.today)
    else { return }
    become(other.kind.isOfOrganisation ? .organisation : .person)
    set(other.kind)
  }
}
