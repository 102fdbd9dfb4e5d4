import Foundation
import PlainValues
import WizardEngine
import WizardFiles

/// A definition in which «marks» stand around the part that is expected to be at fault.
struct Marked {
  let text: String
  /// Line, column and length of the marked part.
  let spot: String

  init(_ marked: String) {
    var text = ""
    var (line, column) = (1, 1)
    var start = (1, 1)
    var length = 0
    var isInside = false
    for character in marked {
      switch character {
      case "«":
        start = (line, column)
        isInside = true
      case "»": isInside = false
      case "\n":
        text.append(character)
        line += 1
        column = 1
      default:
        text.append(character)
        column += 1
        if isInside { length += 1 }
      }
    }
    self.text = text
    spot = "\(start.0):\(start.1)+\(length)"
  }
}

extension DefinitionFault {
  var spot: String { "\(place.line):\(place.column)+\(place.length)" }
}

let finishing = KnownEndings(
  procedures: [
    "register-customer", "enter-contact", "register-card", "register-offer", "sell-programme",
    "assign-programme", "cancel-invoice", "register-contract", "book-component", "bill",
    "end-contract", "set-up-mail", "set-up-issuer", "mail-invoices",
  ],
  records: [
    "company", "customer", "contact", "external-user", "request", "employee", "setting", "article",
    "programme", "process", "card", "offer", "entitlement", "invoice", "plan", "component",
    "coupon",
    "contract", "subscription", "template", "mail",
  ]
)

let today = CivilDate(iso: "2026-03-05") ?? CivilDate(dayNumber: 0)

/// Checks a definition without option lists.
func check(_ yaml: String) -> CheckedWizard {
  let reading = DefinitionFile.wizard(Array(yaml.utf8), file: "sample.yaml")
  guard let definition = reading.definition else {
    return CheckedWizard(wizard: nil, faults: reading.faults)
  }
  return CheckedWizard(definition, lists: [:], finishing: finishing, faults: reading.faults)
}

/// A whole definition around the fields of its only stage.
func around(fields: String) -> String {
  """
  wizard: sample
  title: Sample
  stages:
    - stage: only
      title: Only
      fields:
  \(fields)
  """
}

/// A folder of its own that goes with its last owner.
final class Folder {
  let path = NSTemporaryDirectory() + "alta-wizards-\(UUID().uuidString)"

  init(_ files: [String: String]) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(Array(text.utf8), to: name) }
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
