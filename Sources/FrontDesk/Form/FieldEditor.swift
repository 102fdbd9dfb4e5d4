import PlainValues
import TerminalForms
import WizardEngine

/// What a person is doing with the field in focus, before it becomes an answer.
struct FieldEditor {
  /// A value that is proposed for what was typed.
  struct Proposal: Equatable {
    /// What the answer says when it is taken.
    let code: String
    /// What is shown.
    let label: String
  }

  /// The ways in which fields are answered.
  enum Content {
    /// A text is typed.
    case text(TextEditor)
    /// A text of several lines is typed.
    case memo(TextEditor)
    /// An option is chosen, or several; the codes are those of all options, by index.
    case options(OptionPicker, codes: [String])
    /// A text is typed, and values are proposed for it.
    case lookup(TextEditor, proposals: [Proposal], marked: Int?)
  }

  /// What an editor holds as an answer.
  enum Given {
    /// Nothing was changed.
    case untouched
    /// An answer to try; `nil` takes it away.
    case answer(GivenAnswer?)
    /// A text to be read in the language of the moment.
    case text(String)
    /// A text that no option fits.
    case noOption(String)
  }

  var content: Content
  /// Whether the person changed anything.
  var isTouched = false

  /// The text that is being typed, be it to find an option.
  var typed: TextEditor {
    switch content {
    case .text(let editor), .memo(let editor), .lookup(let editor, _, _): editor
    case .options(let picker, _): picker.filter
    }
  }

  /// Takes a key.
  ///
  /// - Returns: Whether the key means something in the field.
  mutating func press(_ key: Key) -> Bool {
    let (after, isTaken) = pressed(key, in: takeContent())
    content = after
    return isTaken
  }

  /// Takes the content out while it changes: a text that two hold would be copied with every key.
  private mutating func takeContent() -> Content {
    defer { content = .text(TextEditor()) }
    return content
  }

  private mutating func pressed(_ key: Key, in content: consuming Content) -> (Content, Bool) {
    switch consume content {
    case .options(var picker, let codes):
      let isTaken = picker.press(key)
      isTouched = picker.isTouched
      return (.options(picker, codes: codes), isTaken)
    case .memo(var editor):
      if key == .up || key == .down {
        let isTaken = editor.moveLine(up: key == .up)
        return (.memo(editor), isTaken)
      }
      let isTaken = type(&editor, key)
      return (.memo(editor), isTaken)
    case .text(var editor):
      let isTaken = type(&editor, key)
      return (.text(editor), isTaken)
    case .lookup(var editor, let proposals, let marked):
      if let moved = FieldEditor.moved(marked, by: key, among: proposals.count) {
        isTouched = true
        return (.lookup(editor, proposals: proposals, marked: moved), true)
      }
      let isTaken = type(&editor, key)
      return (.lookup(editor, proposals: proposals, marked: isTaken ? nil : marked), isTaken)
    }
  }

  /// The mark after an arrow key; `nil` where the key does not move it.
  private static func moved(_ marked: Int?, by key: Key, among count: Int) -> Int? {
    guard count > 0 else { return nil }
    switch key {
    case .down, .control("n"): return min((marked ?? -1) + 1, count - 1)
    case .up where marked != nil, .control("p") where marked != nil:
      return max((marked ?? 0) - 1, 0)
    default: return nil
    }
  }

  private mutating func type(_ editor: inout TextEditor, _ key: Key) -> Bool {
    let wasEmpty = editor.isEmpty
    switch editor.press(key) {
    case .ignored: return false
    case .changed: isTouched = true
    case .moved:
      // Deleting where nothing was typed yet takes away what is suggested.
      let deletes: [Key] = [.backspace, .delete, .control("u"), .control("k")]
      if wasEmpty, deletes.contains(key) { isTouched = true }
    }
    return true
  }

  /// What the editor holds as an answer of a field.
  func given(for field: Field) -> Given {
    guard isTouched else { return .untouched }
    let nothing: GivenAnswer? = field.suggestion == nil ? nil : GivenAnswer("")
    switch content {
    case .options(let picker, let codes):
      if picker.matches.isEmpty, !picker.filter.isEmpty { return .noOption(picker.filter.text) }
      let taken = picker.taken.map { codes[$0] }
      guard let first = taken.first else { return .answer(nothing) }
      return .answer(picker.isMultiple ? GivenAnswer(.texts(taken)) : GivenAnswer(first))
    case .lookup(let editor, let proposals, let marked):
      if let marked { return .answer(GivenAnswer(proposals[marked].code)) }
      return editor.text.trimmed.isEmpty ? .answer(nothing) : .text(editor.text)
    case .text(let editor), .memo(let editor):
      return editor.text.trimmed.isEmpty ? .answer(nothing) : .text(editor.text)
    }
  }
}
