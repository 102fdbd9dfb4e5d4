import FrontDesk
import TerminalForms

/// `alta wizard reference PAGE`: a page of the reference, made of the tables that alta works by.
struct ReferenceCommand {
  let session: Session

  func run() -> ExitCode {
    let name = session.invocation.operands[0]
    guard let page = ReferencePage(rawValue: name) else {
      let choices = ReferencePage.allCases.map(\.rawValue).joined(separator: ", ")
      session.complain(
        session.wording.text(AuthorPhrase.unknownPage, [("name", name), ("choices", choices)])
      )
      return .usage
    }
    return session.write(page.text)
  }
}
