package import Expressions
import PlainValues

/// An expression of a definition, checked against the fields that stand before it.
///
/// A class, so that fields and stages share one object; nothing in it changes.
package final class Formula: Sendable {
  /// The text as the author wrote it.
  package let text: String
  /// Where it is written.
  package let place: Place
  /// The expression itself.
  package let expression: Expression
  /// The positions of the wizard's own fields that it reads, in ascending order.
  package let fields: [Int]
  /// Whether it reads anything but own fields: an item, a list, the answer itself, or the day.
  package let readsMore: Bool
  /// A number that no other formula of the wizard has.
  let id: Int

  init(
    _ written: Placed<String>,
    expression: Expression,
    fields: [Int],
    readsMore: Bool,
    id: Int
  ) {
    text = written.value
    place = written.place
    self.expression = expression
    self.fields = fields
    self.readsMore = readsMore
    self.id = id
  }

  /// Whether the condition holds; one that has no value, or that fails, does not.
  func holds(in scope: FormulaScope) -> Bool {
    if scope.assumes(self) { return true }
    return (try? expression.holds { slot in scope.value(at: slot, own: nil) }) ?? false
  }

  /// Whether a rule about a value holds; `nil` where a limit leaves that open.
  func holds(of value: HeldValue, as type: FieldType, in scope: FormulaScope) -> Bool? {
    let own = FormulaScope.value(of: value, as: type)
    do throws(EvaluationError) {
      return try expression.holds { slot in scope.value(at: slot, own: own) }
    } catch {
      switch error.reason {
      case .patternLimit, .budget, .tooLarge: return nil
      default: return false
      }
    }
  }

  /// The result as the text of an answer; `nil` where there is none or it is empty.
  func text(in scope: FormulaScope) -> String? {
    guard let value = try? expression.value({ slot in scope.value(at: slot, own: nil) }),
      let text = FormulaScope.text(of: value)
    else { return nil }
    return text.isEmpty ? nil : text
  }
}

/// What is wrong with an expression at its place in a definition.
package struct FormulaFault: Hashable, Sendable {
  /// The fault, whose place counts bytes of the expression.
  package let fault: Fault
  /// The expression it is in.
  package let text: String

  /// The check that found the fault.
  var check: DefinitionCheck {
    switch fault.reason {
    case .tooLong, .tooDeep: .expressionTooLarge
    case .unknownName, .unknownField: .unknownField
    case .noSuchFunction, .mustBeMethod, .mustNotBeMethod: .unknownFunction
    case .wrongArgumentCount, .wrongArgument: .wrongArgument
    case .typeMismatch, .wrongOperand, .noFields, .noItems, .wrongResult, .badDate: .type
    case .badPattern: .badPattern
    case .empty, .unexpectedCharacter, .unexpectedToken, .reservedWord, .badNumber, .unclosedText,
      .badEscape, .notAsked, .notAVariable:
      .expression
    }
  }
}
