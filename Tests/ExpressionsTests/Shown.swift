import Expressions
import Foundation
import PlainValues
import Testing

extension Value {
  /// The value as an expression would write it, so that tables of cases are text on both sides.
  var shown: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .uint(let value): "\(value)u"
    case .double(let value): value.isNaN ? "nan" : "\(value)"
    case .string(let value): "'\(value)'"
    case .bytes(let value): "b\(value)"
    case .date(let value): "date(\(value.iso))"
    case .list(let items): "[\(items.map(\.shown).joined(separator: ", "))]"
    case .map(let map):
      "{\(map.entries.map { "\($0.key.shown): \($0.value.shown)" }.joined(separator: ", "))}"
    case .object(let object): "\(object.shape.name)(\(object.values.map { $0?.shown ?? "-" }))"
    case .type(let kind): kind.rawValue
    }
  }
}

/// Evaluates an expression without declarations; an error is `!` and its name, a fault `?`.
func outcome(_ text: String, _ checking: Declarations.Checking = .lenient) -> String {
  outcome(text, Declarations(checking)) { _ in nil }
}

/// Evaluates an expression; no value is `absent`, an error `!` and its name, a fault `?` and its name.
func outcome(
  _ text: String,
  _ declarations: Declarations,
  _ answers: (Int) -> Value?
) -> String {
  do {
    let expression = try Expression(text, declarations)
    do {
      return try expression.value(answers)?.shown ?? "absent"
    } catch {
      return "!" + name(error.reason)
    }
  } catch {
    return "?" + name(error.faults[0].reason)
  }
}

/// The name of an enum's case without its values.
func name(_ reason: some Any) -> String {
  String("\(reason)".prefix { $0 != "(" })
}

/// A table of cases as text: an expression, `=>`, and what comes of it, one a line.
struct Case: CustomTestStringConvertible, Sendable {
  let expression: String
  let result: String
  var testDescription: String { expression }

  static func table(_ text: String) -> [Case] {
    text.split(separator: "\n").compactMap { line in
      let parts = line.components(separatedBy: " => ")
      return parts.count == 2 ? Case(expression: parts[0], result: parts[1]) : nil
    }
  }
}

/// Checks a table without a checker, and with one where the checker lets the expression pass.
func check(_ cases: [Case]) {
  for example in cases {
    #expect(outcome(example.expression) == example.result, "\(example.expression)")
    let checked = outcome(example.expression, .strict)
    #expect(checked.hasPrefix("?") || checked == example.result, "\(example.expression), checked")
  }
  #expect(!cases.isEmpty)
}
