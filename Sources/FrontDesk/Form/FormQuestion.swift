import Procedures
import TerminalForms
import WizardEngine

/// Something that must be decided before the form goes on.
enum FormQuestion {
  /// Whether a change may drop other answers, and where to go then.
  case impact(Interview.Attempt, then: FormDialogue.Move)
  /// Whether an entry of a list shall go.
  case removal(PlannedItem, number: Int, list: Int)
  /// Whether to leave, with a draft or without.
  case leaving
  /// Whether to go on, for each reason in turn.
  case confirmation([Finding.Reason])
  /// From which stored company to register.
  case similar([SimilarCompany])

  /// An answer to a question.
  enum Choice: Hashable {
    case yes
    case no
    case keepDraft
    case leave
    case stay
    case company(Int)
  }
}
