import AnswerFiles
import FrontDesk
import PlainValues
import Procedures
import RecordStorage
import SourceTrees
import TerminalForms
import WizardEngine
import WizardFiles

extension Session {
  /// The table of a name on the command line; unknown ones are complained about.
  func table(_ name: String) -> Table? {
    if let table = RecordName.table(name) { return table }
    let names = RecordName.all.flatMap { [$0.singular, $0.plural] }
    complain(
      wording.text(
        HelpPhrase.unknownRecords,
        [
          ("name", name), ("choices", RecordName.all.map(\.plural).joined(separator: ", ")),
        ]
      ) + didYouMean(nearest(name, in: names))
    )
    return nil
  }

  /// Says that there is no such record.
  func missing(_ table: Table, _ name: String) -> ExitCode {
    let finding = Finding(.unknown(table, name))
    report(finding)
    return .missing
  }

  /// Asks for a yes; how alta ends without one, `nil` where it was given.
  func refusal(of question: Finding.Reason) -> ExitCode? {
    switch confirms(wording.sentence(for: question)) {
    case true?: return nil
    case false?:
      confirm(wording.text(DialoguePhrase.cancelled))
      return .cancelled
    case nil:
      report(Finding(question))
      return .question
    }
  }

  /// What a wizard calls fields and options; keys and codes where it cannot be read.
  func valueNames(of name: String) -> ValueNames {
    var folder = WizardFolder(path: wizardsPath)
    guard let wizard = try? folder.wizard(name, finishing: Procedure.known).wizard else {
      return ValueNames()
    }
    return ValueNames(of: wizard, wording: wording)
  }
}
