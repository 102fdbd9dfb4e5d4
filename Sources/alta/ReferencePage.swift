import Expressions
import MessageCatalogs
import SourceTrees
import WizardEngine
import WizardFiles

/// A page of the reference for authors and translators, in English, made of the tables that alta works by.
enum ReferencePage: String, CaseIterable {
  case definitionKeys = "definition-keys"
  case fieldTypes = "field-types"
  case expressions
  case checkIDs = "check-ids"

  /// The page in Markdown.
  var text: String {
    let lines =
      switch self {
      case .definitionKeys: definitionKeys
      case .fieldTypes: fieldTypes
      case .expressions: expressions
      case .checkIDs: checkIDs
      }
    let mark =
      "<!-- Written by “alta wizard reference \(rawValue)”; “make reference” writes it anew. -->"
    return ([mark, ""] + lines).joined(separator: "\n") + "\n"
  }

  /// A row of a table, in which no cell ends early.
  private func row(_ cells: String...) -> String {
    let safe = cells.map {
      $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
    return "| \(safe.joined(separator: " | ")) |"
  }

  private func head(_ titles: String...) -> [String] {
    [
      "| \(titles.joined(separator: " | ")) |",
      "|\(String(repeating: "---|", count: titles.count))",
    ]
  }

  // MARK: Keys

  private var definitionKeys: [String] {
    var lines = [
      "# The keys of definitions", "",
      "Definitions are YAML. `alta wizard schema` says the same to editors.",
    ]
    for name in DefinitionShape.Name.allCases {
      let shape = name.shape
      lines += ["", "## \(name.rawValue)", "", shape.summary, ""]
      lines += head("key", "holds", "", "meaning")
      for key in shape.keys {
        let typed = name == .field ? TypedKey(rawValue: key.name)?.types : nil
        let types = typed.map { types in
          types.count > 8 ? "" : " Types: " + types.map { "`\($0)`" }.joined(separator: ", ") + "."
        }
        lines.append(
          row(
            "`\(key.name)`",
            words(for: key.value),
            key.isRequired ? "needed" : "",
            key.summary + (types ?? "")
          )
        )
      }
    }
    return lines
  }

  private func words(for value: DefinitionValue) -> String {
    switch value {
    case .text: "text"
    case .expression(let isCondition): isCondition ? "condition" : "expression"
    case .name(let allowsHyphen): allowsHyphen ? "name, hyphens too" : "name"
    case .fieldName: "name"
    case .code: "code"
    case .reference: "key of a field"
    case .number(let least): "whole number from \(least) on"
    case .limit: "value or count"
    case .boolean: "`true` or `false`"
    case .type: "[type](field-types.md)"
    case .kind: "kind of identifier"
    case .severity: "`error`, `warning`, `info`"
    case .procedure: "procedure"
    case .record: "kind of records"
    case .list(let item, let least):
      "list of \(words(for: item))" + (least > 0 ? ", \(least) at least" : "")
    case .shape(let name): "[\(name.rawValue)](#\(name.rawValue.lowercased()))"
    case .entries(let isByCountry, let value):
      "keys (\(isByCountry ? "country codes" : "old keys")) and values: \(words(for: value))"
    case .word(let known): known.map { "`\($0)`" }.joined(separator: ", ")
    case .either(let values): values.map(words).joined(separator: " or ")
    }
  }

  // MARK: Types

  private var fieldTypes: [String] {
    var lines = [
      "# The types of fields", "",
      "What a field’s `type` may be. The examples are made up; each is one that the type takes.",
      "",
    ]
    lines += head("type", "an answer is", "for example", "in expressions", "keys of its own")
    for type in FieldTypeSummary.all {
      let keys = TypedKey.allCases.filter { $0.types.contains(type.name) && $0.types.count <= 8 }
      lines.append(
        row(
          "`\(type.name)`",
          type.summary,
          type.example.map { "`\($0)`" } ?? "",
          "`\(type.valueType)`",
          keys.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        )
      )
    }
    lines += ["", "An option may say that an identifier is of one of these kinds:", ""]
    lines.append(FieldType.identifierKindNames.map { "`\($0)`" }.joined(separator: ", "))
    return lines
  }

  // MARK: Expressions

  private var expressions: [String] {
    var lines = [
      "# Expressions", "",
      "A subset of [CEL](https://github.com/google/cel-spec). The results here were computed when this page was",
      "written; `alta wizard eval EXPRESSION` computes any other.", "", "## Names", "",
    ]
    lines += head("name", "means")
    lines += [
      row("`KEY`", "The answer to an earlier field of the wizard."),
      row("`item.KEY`", "In a list: the answer to an earlier field of the same entry."),
      row("`LIST`", "The entries of an earlier list, each with its fields."),
      row("`self`", "In `rules`: the answer that is judged."), row("`today`", "The day."),
    ]
    lines += [
      "",
      "A field that is not answered has no value: comparisons with it are false, `!=` too; as a condition it is",
      "false; what is computed from it has no value either. `has(KEY)` asks.", "", "## Operators",
      "",
      "Those that bind tightest come first.", "",
    ]
    lines += table(LanguageReference.operators)
    lines += ["", "## Functions", ""] + table(LanguageReference.functions)
    lines += [
      "", "## Bounds", "",
      "An expression has at most \(Limits.textBytes) bytes and is nested at most \(Limits.nesting) levels deep. One evaluation",
      "takes at most \(Limits.steps) steps; a pattern has at most \(Limits.patternBytes) bytes, and a match visits at most",
      "\(Limits.matchPoints) points. What would take more is refused or has no value.",
    ]
    return lines
  }

  private func table(_ entries: [LanguageReference.Entry]) -> [String] {
    head("form", "meaning", "example", "result")
      + entries.map { entry in
        row(entry.form, entry.summary, "`\(entry.example)`", "`\(result(of: entry.example))`")
      }
  }

  private func result(of text: String) -> String {
    guard let expression = try? Expression(text, Declarations(lenient: [])),
      let value = try? expression.value({ _ in nil })
    else { return "" }
    return value.json.json
  }

  // MARK: Checks

  private var checkIDs: [String] {
    var lines = [
      "# The checks", "",
      "What stands in brackets behind a finding, and under `code` in `--format json`.", "",
      "## Definitions: alta wizard check", "",
    ]
    lines += head("id", "weight", "what is wrong")
    lines += DefinitionCheck.allCases.map { check in
      let weight = check.weight == .either ? "error or warning" : check.weight.rawValue
      return row("`\(check.rawValue)`", weight, check.summary)
    }
    lines += ["", "## Catalogs: alta catalog check", ""]
    lines.append(CatalogCheck.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))
    return lines
  }
}
