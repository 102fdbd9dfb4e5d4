import LocalFiles
import Procedures
import WizardEngine
import WizardFiles

/// What came of reading and checking a wizard.
struct WizardReading {
  /// The name that the wizard was asked for by.
  let name: String
  /// The folder, with the texts that were read, for faults.
  var folder: WizardFolder
  /// The wizard with its faults, or why its file cannot be read.
  let wizard: Result<CheckedWizard, FileError>

  /// Reads a wizard from the folder that a command line names.
  init(of name: String, _ invocation: Invocation) {
    var folder = WizardFolder(path: invocation.wizardsPath)
    self.name = name
    do throws(FileError) {
      wizard = .success(try folder.wizard(name, finishing: Procedure.known))
    } catch {
      wizard = .failure(error)
    }
    self.folder = folder
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
