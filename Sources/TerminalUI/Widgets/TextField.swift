/// One line of text being typed, edited by whole characters.
package struct TextField: Hashable, Sendable {
  /// Which characters a field takes; what it refuses is dropped, full-width forms are folded.
  package enum Accepted: Hashable, Sendable {
    case any
    case digits
    /// Digits and capital letters; small letters are raised.
    case code
  }

  package private(set) var text: String
  /// How many characters stand before the caret.
  package private(set) var caret: Int
  package let accepted: Accepted
  package let maximumLength: Int?
  /// How many characters of the last key or paste found no room; what does not fit whole stays out
  /// whole, so that nobody takes half a name for the name.
  package private(set) var surplus = 0
  private var past: [Moment] = []
  private var isTypingOn = false

  private struct Moment: Hashable {
    var text: String
    var caret: Int
  }

  package init(_ text: String = "", accepting: Accepted = .any, maximumLength: Int? = nil) {
    accepted = accepting
    self.maximumLength = maximumLength
    let kept = text.compactMap(Self.taken(accepting))
    // A name that was taken in when it might be longer is shown whole.
    self.text = String(accepting == .any ? kept[...] : kept.prefix(maximumLength ?? .max))
    caret = self.text.count
  }

  package var isEmpty: Bool { text.isEmpty }
  package var isFull: Bool { maximumLength.map { text.count >= $0 } ?? false }

  /// Acts on an editing key; false if the key is none.
  package mutating func take(_ key: Key) -> Bool {
    surplus = 0
    switch key {
    case .character(let character): type(character)
    case .paste(let pasted): insert(pasted)
    case .backspace, .control("h"): backspace()
    case .delete, .control("d"): deleteForward()
    case .left: move(by: -1)
    case .right: move(by: 1)
    case .home, .control("a"): caret = 0
    case .end, .control("e"): caret = text.count
    case .control("w"): deleteWord()
    case .control("u"): replace(with: "")
    case .control("z"): undo()
    case .enter, .escape, .tab, .backTab, .insert, .up, .down, .pageUp, .pageDown, .function,
      .control, .alt, .scan, .mouse:
      return false
    }
    if !isTyping(key) { isTypingOn = false }
    return true
  }

  private func isTyping(_ key: Key) -> Bool {
    if case .character = key { return true }
    return false
  }

  private mutating func type(_ character: Character) {
    let continues = isTypingOn
    let before = Moment(text: text, caret: caret)
    splice(String(character))
    if text != before.text, !continues { remember(before) }
    isTypingOn = true
  }

  /// Puts text at the caret; line breaks become spaces, what the field refuses is left out.
  package mutating func insert(_ inserted: String) {
    let before = Moment(text: text, caret: caret)
    splice(inserted)
    if text != before.text { remember(before) }
  }

  /// Puts another text in place of the whole, if it fits.
  package mutating func replace(with replacement: String) {
    let before = Moment(text: text, caret: caret)
    (text, caret) = ("", 0)
    splice(replacement)
    if surplus > 0 { (text, caret) = (before.text, before.caret) }
    if text != before.text { remember(before) }
  }

  package mutating func backspace() {
    guard caret > 0 else { return }
    remove(caret - 1..<caret)
  }

  package mutating func deleteForward() {
    guard caret < text.count else { return }
    remove(caret..<caret + 1)
  }

  /// Removes the word before the caret and the spaces after it; Chinese text counts as one word
  /// up to a space or mark.
  package mutating func deleteWord() {
    let characters = Array(text)
    var start = caret
    while start > 0, !isWordPart(characters[start - 1]) { start -= 1 }
    while start > 0, isWordPart(characters[start - 1]) { start -= 1 }
    if start < caret { remove(start..<caret) }
  }

  package mutating func move(by step: Int) {
    caret = max(0, min(text.count, caret + max(-text.count, min(step, text.count))))
  }

  /// Takes back the last change; typing without a pause of other keys is one change.
  package mutating func undo() {
    guard let moment = past.popLast() else { return }
    (text, caret) = (moment.text, moment.caret)
    isTypingOn = false
  }

  private func isWordPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  private mutating func remember(_ moment: Moment) {
    past.append(moment)
    if past.count > 100 { past.removeFirst() }
  }

  private mutating func remove(_ range: Range<Int>) {
    remember(Moment(text: text, caret: caret))
    let characters = Array(text)
    text = String(characters[..<range.lowerBound] + characters[range.upperBound...])
    caret = min(range.lowerBound, text.count)
  }

  /// Marks that combine with the character before them join it, so the caret is counted afresh.
  private mutating func splice(_ inserted: String) {
    let before = String(text.prefix(caret)) + inserted.compactMap(Self.taken(accepted))
    let whole = before + text.dropFirst(caret)
    surplus = maximumLength.map { max(0, whole.count - max($0, text.count)) } ?? 0
    guard surplus == 0 else { return }
    (text, caret) = (whole, min(before.count, whole.count))
  }

  /// What becomes of each character that comes in; nil for those that stay out.
  private static func taken(_ accepted: Accepted) -> (Character) -> Character? {
    switch accepted {
    case .any:
      return { $0.isNewline || $0 == "\t" ? " " : plain($0) }
    case .digits:
      return { ("0"..."9").contains($0.folded) ? $0.folded : nil }
    case .code:
      return { character in
        let plain = Character(String(character.folded).uppercased())
        return ("0"..."9").contains(plain) || ("A"..."Z").contains(plain) ? plain : nil
      }
    }
  }

  /// The character without what cannot be seen: such marks turn text around or hide in names.
  private static func plain(_ character: Character) -> Character? {
    guard character.unicodeScalars.contains(where: isInvisible) else { return character }
    let seen = String(
      String.UnicodeScalarView(character.unicodeScalars.filter { !isInvisible($0) }))
    return seen.count == 1 ? seen.first : nil
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: scalar != "\u{200D}"
    default: false
    }
  }
}

extension TextField {
  /// Draws as much as fits with the caret in sight, and puts the grid's caret there if active.
  package func draw(
    on grid: inout CellGrid, row: Int, column: Int, width: Int, isActive: Bool,
    isInvalid: Bool = false, placeholder: String = ""
  ) {
    let role: Role = isInvalid ? .invalid : isActive ? .fieldActive : .field
    guard width > 0 else { return }
    if text.isEmpty, !placeholder.isEmpty {
      grid.put(placeholder, row: row, column: column, width: width, role: isActive ? role : .hint)
    }
    let window = window(width, grid.glyphs)
    if !text.isEmpty || placeholder.isEmpty {
      grid.fill(Rect(row: row, column: column, columns: width, rows: 1), role: role)
      grid.put(window.text, row: row, column: column, role: role)
    }
    if isActive { grid.caret = Point(row: row, column: column + window.caretColumn) }
  }

  /// The part of the text in sight and the caret's column in it; one column stays free behind
  /// the last character for the caret.
  private func window(_ width: Int, _ glyphs: Glyphs) -> (text: String, caretColumn: Int) {
    let widths = text.map { glyphs.columns(of: String($0)) }
    var start = 0
    var before = widths.prefix(caret).reduce(0, +)
    let after = caret < widths.count ? max(1, widths[caret]) : 1
    while start < caret, before + after > width {
      before -= widths[start]
      start += 1
    }
    var used = 0
    let visible = widths[start...].prefix { columns in
      used += columns
      return used <= width
    }
    return (String(text.dropFirst(start).prefix(visible.count)), before)
  }
}
