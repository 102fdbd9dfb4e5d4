/// One thing that a person does at a keyboard, whatever bytes their terminal sends for it.
package enum Key: Hashable, Sendable {
  /// Text that was typed: mostly one character, more where the terminal sent several at once.
  case text(String)
  /// Text that was pasted as a whole; its line breaks are line feeds.
  case paste(String)
  /// More than ``KeyDecoder/longestPaste`` was pasted; nothing of it is left.
  case pasteTooLong
  /// Bytes that are neither text nor a key.
  case unknown

  /// Enter, also where the terminal sends a line feed.
  case enter
  /// Enter with Alt or Shift.
  case lineBreak
  /// The tabulator.
  case tab
  /// The tabulator with Shift.
  case backTab
  /// Escape on its own.
  case escape

  /// Deletes what is left of the cursor.
  case backspace
  /// Deletes what is right of the cursor.
  case delete
  /// The key Insert.
  case insert
  /// Deletes the word left of the cursor: Alt or Ctrl with Backspace.
  case deleteWordLeft
  /// Deletes the word right of the cursor: Alt-D, or Ctrl with Delete.
  case deleteWordRight

  /// The arrow up.
  case up
  /// The arrow down.
  case down
  /// The arrow to the left.
  case left
  /// The arrow to the right.
  case right
  /// The arrow to the left with Ctrl, or Alt-B.
  case wordLeft
  /// The arrow to the right with Ctrl, or Alt-F.
  case wordRight
  /// The arrow to the left with Alt.
  case altLeft
  /// The arrow to the right with Alt.
  case altRight
  /// To the beginning.
  case home
  /// To the end.
  case end
  /// A page up.
  case pageUp
  /// A page down.
  case pageDown

  /// A function key, F1 to F12.
  case function(Int)
  /// Ctrl with a key, named by its lower-case ASCII character; a space stands for Ctrl-Space.
  case control(Character)
}
