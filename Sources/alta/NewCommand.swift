import FrontDesk
import LocalFiles
import TerminalForms

/// `alta wizard new NAME`: a definition to begin with.
struct NewCommand {
  let session: Session

  private var wording: Wording { session.wording }

  func run() -> ExitCode {
    let name = session.invocation.operands[0]
    guard WizardStart.isName(name) else {
      session.refuse(wording.text(AuthorPhrase.badWizardName, [("name", name)]), code: "bad-name")
      return .usage
    }
    let written = session.invocation[.write] ?? session.wizardsPath
    let isFolder = session.invocation[.write] == nil || LocalFile.isFolder(written)
    let path = isFolder ? "\(written)/\(name).yaml" : written
    guard path.split(separator: "/").last.map(String.init) == "\(name).yaml" else {
      session.refuse(
        wording.text(AuthorPhrase.otherFileName, [("file", "\(name).yaml"), ("path", path)]),
        code: "name-differs"
      )
      return .usage
    }
    do throws(FileError) {
      if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
        LocalFile.makeFolders(String(path[..<slash]))
      }
      try LocalFile.create(Array(WizardStart(named: name, wording: wording).text.utf8), at: path)
    } catch {
      return session.fail(error)
    }
    session.results.write(Line(path))
    let named = session.invocation[.write] == nil ? name : path
    session.remark(wording.text(AuthorPhrase.started, [("name", named)]))
    return .done
  }
}
