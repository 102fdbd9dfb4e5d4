import FrontDesk
import LocalFiles
import MessageCatalogs
import PlainValues
import Procedures
import SourceTrees
import TerminalForms
import WizardEngine
import WizardFiles

/// `alta catalog check` and `alta catalog extract`.
struct CatalogCommand {
  let session: Session

  func check() -> ExitCode {
    let named = session.invocation.operands
    let files =
      named.isEmpty ? session.catalogs.languages.map(session.catalogs.file(of:)) : named
    let sources = sources
    let output = FindingOutput(session: session)
    var code = ExitCode.done
    var all: [FileFinding] = []
    for file in files {
      let bytes: [UInt8]
      do throws(FileError) {
        bytes = try LocalFile.bytes(of: file, limit: MessageCatalog.defaultSizeLimit)
      } catch {
        code = code.joined(with: session.fail(error))
        continue
      }
      let name = file.split(separator: "/").last.map { String($0.dropLast(3)) } ?? ""
      let findings = CatalogDocument(bytes: bytes)
        .findings(sources: sources, language: LanguageTag(name))
        .filter { !$0.isIgnored && !isWanted($0, in: name) }
        .map { session.wording.finding($0, in: file) }
      if findings.contains(where: { $0.severity == .error }) {
        code = code.joined(with: .problems)
      }
      if output.notation == .text {
        output.say(findings)
        summarise(file, findings: findings)
      } else {
        all += findings
      }
    }
    if output.notation != .text { output.say(all) }
    return code
  }

  /// A regional catalog says only what differs, so nothing is missing in it.
  private func isWanted(_ finding: CatalogFinding, in name: String) -> Bool {
    name.contains("_") && finding.line == 0
  }

  private func summarise(_ file: String, findings: [FileFinding]) {
    let text =
      findings.isEmpty
      ? session.wording.text(TroublePhrase.noFaults)
      : session.wording.text(CountedPhrase.faults, findings.count)
    session.results.write("\(file): \(text)")
  }

  /// All texts there are: alta's own, and those of every wizard in the folder.
  private var sources: [SourceMessage] {
    var folder = WizardFolder(path: session.wizardsPath)
    var messages = SourceTexts.own
    var seen = Set(messages.map { "\($0.context ?? "")\u{4}\($0.id)" })
    for name in folder.wizardNames() {
      guard let wizard = try? folder.wizard(name, finishing: Procedure.known).wizard else {
        continue
      }
      for message in SourceTexts.texts(of: wizard)
      where seen.insert("\(message.context ?? "")\u{4}\(message.id)").inserted {
        messages.append(message)
      }
    }
    return messages
  }

  func extract() -> ExitCode {
    var text = """
      msgid ""
      msgstr ""
      "Project-Id-Version: alta \(Alta.version)\\n"
      "Language: \\n"
      "MIME-Version: 1.0\\n"
      "Content-Type: text/plain; charset=UTF-8\\n"
      "Content-Transfer-Encoding: 8bit\\n"

      """
    for message in sources {
      text += "\n"
      let names = Template(message.plural ?? message.id).placeholders
      if !names.isEmpty { text += "#, python-brace-format\n" }
      if let context = message.context { text += "msgctxt \(Self.quoted(context))\n" }
      text += "msgid \(Self.quoted(message.id))\n"
      if let plural = message.plural {
        text += "msgid_plural \(Self.quoted(plural))\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n"
      } else {
        text += "msgstr \"\"\n"
      }
    }
    session.results.write(exactly: text)
    return .done
  }

  /// A text as PO quotes it; what could drive a terminal becomes octal escapes.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.isHostile:
        for byte in String(scalar).utf8 {
          let digits = String(byte, radix: 8)
          quoted += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
        }
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
