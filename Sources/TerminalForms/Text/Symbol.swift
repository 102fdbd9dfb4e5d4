/// A sign that alta draws itself, with a twin for terminals that show only ASCII.
///
/// Each is one column wide in Unicode; its twin may be wider.
package enum Symbol: CaseIterable, Hashable, Sendable {
  /// Before the question that waits for an answer.
  case question
  /// Before what was answered or done.
  case done
  /// Before a problem.
  case problem
  /// Before a warning.
  case warning
  /// Before a remark.
  case remark
  /// Before the place where the person types.
  case cursor
  /// The option that is chosen, of several that exclude each other.
  case chosen
  /// An option that is not chosen.
  case open
  /// An option that is ticked, of several that may be.
  case ticked
  /// An option that is not ticked.
  case unticked
  /// Where text was cut off.
  case ellipsis
  /// Where a text of several lines breaks when it is shown on one.
  case lineBreak
  /// Each column of a line under headings.
  case rule
  /// Each character of a secret.
  case mask

  /// The sign on a terminal that shows Unicode.
  package var unicode: String { twins.unicode }

  /// The sign on a terminal that shows only ASCII.
  package var ascii: String { twins.ascii }

  private var twins: (unicode: String, ascii: String) {
    switch self {
    case .question: ("?", "?")
    case .done: ("✓", "+")
    case .problem: ("✗", "x")
    case .warning: ("!", "!")
    case .remark: ("i", "i")
    case .cursor: ("›", ">")
    case .chosen: ("●", "(*)")
    case .open: ("○", "( )")
    case .ticked: ("☑", "[x]")
    case .unticked: ("☐", "[ ]")
    case .ellipsis: ("…", "...")
    case .lineBreak: ("⏎", "\\n")
    case .rule: ("─", "-")
    case .mask: ("•", "*")
    }
  }
}
