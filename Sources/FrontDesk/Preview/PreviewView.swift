package import TerminalForms

/// Something of a wizard's form that can be seen, in one language.
package struct PreviewView: Sendable {
  /// What of the form it is.
  package enum Subject: Hashable, Sendable {
    /// The page of a stage as it is seen first.
    case page(stage: String)
    /// A field of a stage in focus; options that do not fit beside each other come in several parts.
    case field(stage: String, field: String, part: Int)
    /// A field of a stage of which a rule of the author does not hold.
    case rule(stage: String, field: String, code: String)
    /// An entry of a list as it is seen first.
    case entry(stage: String)
    /// The help of a field.
    case help(stage: String, field: String)
    /// All answers before finishing.
    case review

    /// The key of the stage; `review` for the last page.
    package var stage: String {
      switch self {
      case .page(let stage), .field(let stage, _, _), .rule(let stage, _, _), .entry(let stage),
        .help(let stage, _):
        stage
      case .review: "review"
      }
    }
  }

  /// What of the form it is.
  package let subject: Subject
  /// Which of several appearances of the subject it is, as where fields exclude each other; from 1.
  package let number: Int
  /// The lines as the form has them, the colours included.
  package let lines: [Line]
  /// What a translator should know about the texts; of each message where it is seen first.
  package let marks: [PreviewMark]

  /// The same view with other marks.
  func saying(_ marks: [PreviewMark]) -> PreviewView {
    PreviewView(subject: subject, number: number, lines: lines, marks: marks)
  }

  /// The name of the view, the same in every language: `first`, `first/companyType`, `contacts/+`.
  package var name: String {
    let name =
      switch subject {
      case .page(let stage): stage
      case .field(let stage, let field, let part):
        part == 1 ? "\(stage)/\(field)" : "\(stage)/\(field)/\(part)"
      case .rule(let stage, let field, let code): "\(stage)/\(field)/\(code)"
      case .entry(let stage): "\(stage)/+"
      case .help(let stage, let field): "\(stage)/\(field)/?"
      case .review: "review"
      }
    return number == 1 ? name : "\(name) (\(number))"
  }
}

/// Something about a text on a page that its translator should know.
package struct PreviewMark: Hashable, Sendable {
  /// What it is.
  package enum Matter: Hashable, Sendable {
    /// The source text is shown, because there is no translation.
    case untranslated
    /// The source text is shown, because someone must look at the translation first.
    case fuzzy
    /// A word is longer than the room for it.
    case cut
  }

  /// What it is.
  package let matter: Matter
  /// The place of the message in the catalog; empty where no message was found for a word.
  package let context: String
  /// The text as it is shown, or the word.
  package let text: String
}
