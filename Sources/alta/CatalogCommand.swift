import FrontDesk
import LocalFiles
import MessageCatalogs
import PlainValues
import Procedures
import SourceTrees
import TerminalForms
import WizardEngine
import WizardFiles

/// `alta catalog extract`.
struct CatalogCommand {
  let session: Session

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
    for message in CatalogSources(session: session).messages {
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
