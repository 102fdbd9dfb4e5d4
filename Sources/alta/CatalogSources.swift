import AnswerFiles
import FrontDesk
import LocalFiles
import MessageCatalogs
import Procedures
import TerminalForms
import WizardEngine
import WizardFiles

/// What catalogs are compared with: the texts of the program and of the wizards, and the glossary.
struct CatalogSources {
  let session: Session

  /// The longest glossary that is read, in bytes.
  private static let mostGlossaryBytes = 4 << 20

  /// The messages to compare with: those of the template that is named, else all there are.
  ///
  /// - Returns: The messages, or how alta ends without them.
  var compared: Result<[SourceMessage], ExitError> {
    guard let path = session.invocation[.template] else { return .success(messages) }
    do throws(FileError) {
      let bytes = try LocalFile.bytes(of: path, limit: MessageCatalog.defaultSizeLimit)
      if let messages = SourceTemplate.messages(of: bytes) { return .success(messages) }
      session.complain(session.wording.text(CatalogPhrase.cannotUpdate, [("path", path)]))
      return .failure(ExitError(code: .problems))
    } catch {
      return .failure(ExitError(code: session.fail(error)))
    }
  }

  /// All texts there are: alta's own, and those of every wizard in the folder, each once.
  var messages: [SourceMessage] {
    var folder = WizardFolder(path: session.wizardsPath)
    var messages: [SourceMessage] = []
    var seen: Set<String> = []
    func add(_ texts: [SourceMessage]) {
      for message in texts where seen.insert("\(message.context ?? "")\u{4}\(message.id)").inserted
      {
        messages.append(message)
      }
    }
    for name in wizardNames {
      guard let wizard = try? folder.wizard(name, finishing: Procedure.known).wizard else {
        continue
      }
      add(SourceTexts.texts(of: wizard))
    }
    add(SourceTexts.own)
    return messages
  }

  /// The names of the wizards; the one that runs unless another is named comes first.
  var wizardNames: [String] {
    var folder = WizardFolder(path: session.wizardsPath)
    let names = folder.wizardNames()
    return names.filter { $0 == "register-customer" } + names.filter { $0 != "register-customer" }
  }

  /// The glossary beside the catalogs; empty where there is none.
  ///
  /// What is wrong with it is said.
  var glossary: Glossary {
    let path = "\(session.catalogs.path)/glossary.csv"
    guard LocalFile.exists(path) else { return Glossary([]) }
    do throws(FileError) {
      let content = try LocalFile.bytes(of: path, limit: CatalogSources.mostGlossaryBytes)
      do throws(AnswerFileError) {
        let file = try GlossaryFile(bytes(of: content))
        for fault in file.faults {
          let sentence =
            if let value = fault.value {
              session.wording.text(
                CatalogPhrase.glossaryValue,
                [("name", value), ("column", fault.column)]
              )
            } else {
              session.wording.text(CatalogPhrase.glossaryColumn, [("name", fault.column)])
            }
          session.complain("\(path):\(fault.line): \(sentence)")
        }
        return file.glossary
      } catch {
        session.complain("\(path):\(error.line): \(session.wording.sentence(for: error.reason))")
      }
    } catch {
      session.complain(session.wording.sentence(for: error))
    }
    return Glossary([])
  }
}
