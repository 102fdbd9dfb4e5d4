import LocalFiles
import Procedures
import WizardEngine
import WizardFiles

/// A wizard that is read and checked while the catalogs are: together they are most of the start.
final class WizardReading: Sendable {
  /// What came of reading: the folder with the texts that were read, for faults, and the wizard.
  typealias Outcome = (folder: WizardFolder, wizard: Result<CheckedWizard, FileError>)

  private let name: String
  private let outcome: Background<Outcome>

  /// Begins to read the wizard that a command line names.
  init(for invocation: Invocation) {
    let name = invocation.operands.first ?? RegisterCommand.usualWizard
    let folder = WizardFolder(path: invocation.wizardsPath)
    self.name = name
    outcome = Background { WizardReading.read(name, in: folder) }
  }

  /// What came of it; `nil` where another wizard is wanted.
  func taken(_ name: String) -> Outcome? {
    name == self.name ? outcome.value : nil
  }

  /// Reads a wizard now.
  static func read(_ name: String, in folder: WizardFolder) -> Outcome {
    var folder = folder
    do throws(FileError) {
      let checked = try folder.wizard(name, finishing: Procedure.known)
      return (folder, .success(checked))
    } catch {
      return (folder, .failure(error))
    }
  }
}

extension Invocation {
  /// The folder with the definitions.
  var wizardsPath: String {
    Environment.dataFolder(
      "Wizards",
      named: self[.wizards] ?? Environment.variable("ALTA_WIZARDS")
    )
  }
}
