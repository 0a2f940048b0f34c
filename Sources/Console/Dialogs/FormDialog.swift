import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// A form over the pane. Esc keeps what was typed as a draft.
package enum FormDialog {
  package struct State: Hashable, Sendable {
    var form: Form
    /// As it was before anything was typed.
    let blank: Form
    /// Whether a draft of it may still arrive from the store.
    var isAwaitingDraft = true

    init(_ form: Form) {
      self.form = form
      blank = form
    }

    /// Takes up what an earlier sitting has left; answers that draft.
    mutating func restore(from drafts: [Draft], _ context: Context) -> Draft? {
      isAwaitingDraft = false
      guard let draft = form.earlier(among: drafts, context) else { return nil }
      form.restore(draft)
      return draft
    }
  }

  static func press(
    _ state: State, _ key: Key, _ context: Context
  ) -> (State?, [Request]) {
    var state = state
    state.isAwaitingDraft = false
    switch key {
    case .escape, .function(12):
      guard state.form.values != state.blank.values else { return (nil, []) }
      return (nil, [.notice(Notice(.plain, context.say("已存草稿", "Kept as a draft")))])
    case .control("r"):
      state = State(state.blank)
      state.isAwaitingDraft = false
      return (state, [.deleteDraft(state.form.draftID(context))])
    case .function(10): return submit(state, context)
    case .tab, .down, .enter:
      if key == .enter, state.form.focus == state.form.fields.count - 1 {
        return submit(state, context)
      }
      state.form.focus = (state.form.focus + 1) % max(1, state.form.fields.count)
      return (state, [])
    case .backTab, .up:
      let count = max(1, state.form.fields.count)
      state.form.focus = (state.form.focus + count - 1) % count
      return (state, [])
    case .character, .backspace, .delete, .insert, .left, .right, .home, .end, .pageUp,
      .pageDown, .function, .control, .alt, .paste, .scan, .mouse:
      return edit(&state, key, context)
    }
  }

  private static func edit(
    _ state: inout State, _ key: Key, _ context: Context
  ) -> (State?, [Request]) {
    guard state.form.fields.indices.contains(state.form.focus) else { return (state, []) }
    if case .choice = state.form.fields[state.form.focus].kind { goOn(&state.form, typing: key) }
    if case .scan(let text) = key { state.form.goToBlank(forScanned: text, context) }
    let focus = state.form.focus
    let before = state.form.fields[focus].input.text
    if case .choice(let values) = state.form.fields[focus].kind {
      step(&state.form.fields[focus], key, values)
    } else if case .scan(let text) = key {
      state.form.fields[focus].input.replace(with: text)
      state.form.focus = min(focus + 1, state.form.fields.count - 1)
    } else {
      _ = state.form.fields[focus].input.take(key)
    }
    guard state.form.fields[focus].input.text != before else {
      return (
        state, Notice.full(state.form.fields[focus].input, context).map { [.notice($0)] } ?? []
      )
    }
    state.form.problems[state.form.fields[focus].key] = nil
    if state.form.fields[focus].kind == .secret { return (state, []) }
    if state.form.fields[focus].key == "relation" {
      state.form.followRelation(from: Recipient.Relation(rawValue: before))
    }
    return (state, [.saveDraft(state.form.draft(context))])
  }

  /// Text typed in a choice is meant for the blank after it.
  private static func goOn(_ form: inout Form, typing key: Key) {
    guard case .character(let character) = key.folded, character.isLetter,
      form.fields.indices.contains(form.focus + 1)
    else { return }
    if case .lines = form.fields[form.focus + 1].kind { form.focus += 1 }
  }

  private static func step(
    _ field: inout Form.Field, _ key: Key, _ values: [Form.Field.ChoiceValue]
  ) {
    guard !values.isEmpty else { return }
    let index = values.firstIndex { $0.value == field.input.text } ?? 0
    switch key.folded {
    case .right, .character(" "):
      field.input.replace(with: values[(index + 1) % values.count].value)
    case .left: field.input.replace(with: values[(index + values.count - 1) % values.count].value)
    case .character(let character):
      guard let digit = character.wholeNumberValue, values.indices.contains(digit - 1) else {
        return
      }
      field.input.replace(with: values[digit - 1].value)
    case .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .home, .end,
      .pageUp, .pageDown, .function, .control, .alt, .paste, .scan, .mouse:
      break
    }
  }

  /// Looks everything over; what is wrong is listed and the first of it gets the cursor.
  private static func submit(_ state: State, _ context: Context) -> (State?, [Request]) {
    var state = state
    state.form.problems = state.form.complaints(context)
    if let first = state.form.fields.firstIndex(where: { state.form.problems[$0.key] != nil }) {
      state.form.focus = first
      return (
        state, [.notice(Notice(.refused, state.form.problems[state.form.fields[first].key] ?? ""))]
      )
    }
    let requests = state.form.submission(context)
    state.form.forgetSecrets()
    return (state, requests)
  }
}
