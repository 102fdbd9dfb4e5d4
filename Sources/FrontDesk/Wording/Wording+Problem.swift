import FieldKinds
package import WizardEngine

extension Wording {
  /// The sentence about a problem: what, where and how to mend it.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - field: The field it is about; `nil` for a list as a whole or a name that is no field.
  ///   - label: What the field or list is called, where the problem is about one.
  ///   - given: What was given, for sentences that show it; never shown for a secret.
  /// - Returns: One sentence.
  package func sentence(
    for problem: Problem,
    field: Field?,
    label: String,
    given: String = ""
  ) -> String {
    let about = ("field", label)
    switch problem.reason {
    case .required: return text(ProblemPhrase.required, [about])
    case .tooLong(let maximum, let actual):
      return text(
        ProblemPhrase.tooLong,
        [about, ("maximum", "\(maximum)"), ("actual", "\(actual)")]
      )
    case .tooShort(let minimum, let actual):
      return text(
        ProblemPhrase.tooShort,
        [about, ("minimum", "\(minimum)"), ("actual", "\(actual)")]
      )
    case .belowMinimum(let minimum):
      return text(ProblemPhrase.belowMinimum, [about, ("minimum", shown(minimum, field))])
    case .aboveMaximum(let maximum):
      return text(ProblemPhrase.aboveMaximum, [about, ("maximum", shown(maximum, field))])
    case .notAnOption(let given, let offered):
      let labels = offered.map { code in
        field.flatMap { optionLabel(code, of: $0) }.map { "\($0) (\(code))" } ?? code
      }
      return text(
        ProblemPhrase.notAnOption,
        [about, ("value", given), ("options", Self.clipped(labels))]
      )
    case .pattern(let pattern):
      return text(ProblemPhrase.pattern, [about, ("value", given), ("pattern", pattern)])
    case .patternLimit: return text(ProblemPhrase.patternLimit, [about])
    case .kind(let kind, let failure):
      return sentence(for: failure, of: kind, label: label)
    case .kindWarning(let warning): return sentence(for: warning, label: label)
    case .rule(_, let message): return "\(label): \(text(message))"
    case .notApplicable: return text(ProblemPhrase.notApplicable, [about])
    case .unknownField(let name, let nearest?):
      return text(ProblemPhrase.unknownFieldNear, [("field", name), ("nearest", nearest)])
    case .unknownField(let name, nil): return text(ProblemPhrase.unknownField, [("field", name)])
    case .tooFewItems(let minimum, let actual):
      return text(
        ProblemPhrase.tooFewItems,
        [about, ("minimum", "\(minimum)"), ("actual", "\(actual)")]
      )
    case .tooManyItems(let maximum, let actual):
      return text(
        ProblemPhrase.tooManyItems,
        [about, ("maximum", "\(maximum)"), ("actual", "\(actual)")]
      )
    case .duplicateItem(let value):
      return text(ProblemPhrase.duplicateItem, [about, ("value", value)])
    case .identifierLocked: return text(ProblemPhrase.identifierLocked, [about])
    case .wrongShape: return text(ProblemPhrase.wrongShape, [about])
    }
  }

  private func shown(_ limit: String, _ field: Field?) -> String {
    field.map { LocalForm(self).shown(.text(limit), of: $0) } ?? limit
  }

  private static let mostOptions = 12

  private static func clipped(_ labels: [String]) -> String {
    labels.prefix(mostOptions).joined(separator: ", ") + (labels.count > mostOptions ? ", …" : "")
  }
}
