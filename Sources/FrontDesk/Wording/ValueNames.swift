package import RecordStorage
package import WizardEngine

/// What a wizard calls the fields and options that records keep as keys and codes.
package struct ValueNames: Sendable {
  private var labels: [String: String] = [:]
  private var fields: [String: Field] = [:]
  private var local = LocalForm(.english)

  /// Knows no names, so that keys and codes show.
  package init() {}

  /// Takes the names that a wizard's fields and options have in a language.
  package init(of wizard: Wizard, wording: Wording) {
    local = LocalForm(wording)
    for field in wizard.fields {
      labels[field.key] = wording.text(field.label)
      fields[field.key] = field
    }
  }

  /// What the wizard calls a field; the key itself where it has none of that name.
  package func label(of key: String) -> String { labels[key] ?? key }

  /// The canonical text of a field as a person reads it; the text itself for an unknown field.
  package func shown(_ text: String, in key: String) -> String {
    fields[key].map { local.shown(.text(text), of: $0) } ?? text
  }

  /// A stored value as a person reads it: options by their labels.
  package func shown(_ value: SQLValue, of column: Column, wording: Wording) -> String {
    // A field of the same name may mean something else, and then has no such option.
    if let code = value.text, let field = fields[column.key], field.type == .choice,
      column.kind != .code || field.hasOption(code)
    {
      return shown(code, in: column.key)
    }
    return wording.shown(value, of: column)
  }
}
