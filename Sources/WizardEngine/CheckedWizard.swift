/// A definition after its check: the wizard, if it can run, and everything that was found.
package struct CheckedWizard: Sendable {
  /// The wizard; `nil` where a fault keeps it from running.
  package let wizard: Wizard?
  /// All faults and warnings, by file and place.
  package let faults: [DefinitionFault]
  /// What the author wrote; `nil` where it could not be read.
  package private(set) var definition: WizardDefinition?
  /// The option lists that could be read, by name.
  package private(set) var optionLists: [String: OptionListDefinition] = [:]

  /// Joins a wizard and what was found.
  package init(wizard: Wizard?, faults: [DefinitionFault]) {
    self.faults = faults.sorted { $0.place < $1.place }
    self.wizard = faults.allSatisfy(\.isWarning) ? wizard : nil
  }

  /// Resolves the names of a definition and checks its expressions.
  ///
  /// - Parameters:
  ///   - definition: What the author wrote.
  ///   - lists: The option lists that could be read, by name.
  ///   - finishing: The procedures and tables that a wizard may end with.
  ///   - faults: What was found in the definition's form; kept and added to.
  /// - Complexity: O(*n*) in the definition, but for the lengths of names in "did you mean".
  package init(
    _ definition: WizardDefinition,
    lists: [String: OptionListDefinition],
    finishing: KnownEndings,
    faults: [DefinitionFault] = []
  ) {
    var checker = WizardChecker(definition: definition, lists: lists, finishing: finishing)
    let wizard = checker.check()
    self.init(wizard: wizard, faults: faults + checker.faults)
    self.definition = definition
    optionLists = lists
  }
}

/// What a wizard may end with and look up.
package struct KnownEndings: Sendable {
  /// The names of the procedures.
  package let procedures: [String]
  /// The names of plain records, singular, for example `employee`.
  package let records: [String]

  /// Names what is there.
  package init(procedures: [String], records: [String]) {
    self.procedures = procedures
    self.records = records
  }
}

extension WizardDefinition {
  /// The names of the option lists that the wizard's fields take their options from.
  ///
  /// Stages that options bring along may name further lists; those are found as lists are read, so
  /// only the wizard's own fields and the options written in it count here.
  package var optionListNames: [Placed<String>] {
    var names: [Placed<String>] = []
    for case .stage(let stage) in parts { names += stage.optionListNames }
    return names
  }
}

extension StageDefinition {
  /// The names of the option lists that the stage's fields and their options' stages name.
  package var optionListNames: [Placed<String>] {
    fields.flatMap { field in
      [field.from].compactMap { $0 }
        + (field.options ?? []).flatMap { $0.stages.flatMap(\.optionListNames) }
    }
  }
}
