/// What a terminal reports while somebody waits for it.
package enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  /// A key that a scan may yet turn out to begin with, and then the scan follows whole. Whoever could
  /// not take back what comes of it holds it back.
  case early(Key)
  case resized(Size)
  /// Time has passed; other people's work may have arrived.
  case ticked
  /// No key has come for as long as was asked for.
  case rested
  /// The line is gone: nobody will press a key any more.
  case hungUp
  /// The host asks the program to end.
  case terminated
  case resumed
}

/// A screen and a keyboard; the console knows no more of the outside.
package protocol Terminal: ~Copyable {
  var size: Size { get }
  /// How text is measured and lines are drawn here.
  var glyphs: Glyphs { get }
  mutating func use(_ theme: Theme)
  /// Shows the frame, if it may be seen once all is ready for it; answers whether it was. What did not
  /// change since the last one is not sent.
  mutating func paint(_ grid: CellGrid, once mayBeSeen: () -> Bool) -> Bool
  /// The next event; `.rested` once no key has come for so many milliseconds, never if nil.
  mutating func next(waiting milliseconds: Int?) -> TerminalEvent
  /// Asks for the early key again, as any other, once it is decided that it begins no scan.
  mutating func holdBack()
  /// Whether what is sent takes so long to be shown that one should send less.
  var lineIsSlow: Bool { get }
  /// Whether keys wait already, so that painting can wait too.
  var hasPendingInput: Bool { mutating get }
  /// Forgets keys pressed before a question was in sight.
  mutating func discardTypeAhead()
  mutating func beep()
  mutating func setTitle(_ title: String)
  /// Sends the next frame whole, for a screen spoilt by others.
  mutating func repaintWhole()
  /// Hands the screen to the shell and returns when the clerk comes back; the size may be another.
  mutating func suspend()
}

extension Terminal where Self: ~Copyable {
  package mutating func paint(_ grid: CellGrid) { _ = paint(grid) { true } }
}
