import FrontDesk
import Procedures
import SourceTrees
import WizardEngine
import WizardFiles

/// `alta wizard schema`: the JSON Schema of definitions.
struct SchemaCommand {
  let session: Session

  func run() -> ExitCode {
    session.write(DefinitionSchema(finishing: Procedure.known).json.indented + "\n")
  }
}
