package import RecordStorage
package import WizardEngine

/// What a wizard calls the fields and options that records keep as keys and codes.
package struct ValueNames: Sendable {
  private var labels: [String: String] = [:]
  private var options: [String: [String: String]] = [:]

  /// Knows no names, so that keys and codes show.
  package init() {}

  /// Takes the names that a wizard's fields and options have in a language.
  package init(of wizard: Wizard, wording: Wording) {
    for field in wizard.fields {
      labels[field.key] = wording.text(field.label)
      guard !field.options.isEmpty else { continue }
      options[field.key] = Dictionary(
        field.options.map { ($0.code, wording.text($0.label)) },
        uniquingKeysWith: { $1 }
      )
    }
  }

  /// What the wizard calls a field; the key itself where it has none of that name.
  package func label(of key: String) -> String { labels[key] ?? key }

  /// What the wizard calls an option of a field; `nil` where it has no such option.
  package func label(ofOption code: String, in key: String) -> String? { options[key]?[code] }

  /// A stored value as a person reads it: options by their labels.
  package func shown(_ value: SQLValue, of column: Column, wording: Wording) -> String {
    if let code = value.text, let label = options[column.key]?[code] { return label }
    return wording.shown(value, of: column)
  }
}
