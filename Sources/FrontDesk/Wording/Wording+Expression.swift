package import Expressions

extension Wording {
  /// The sentence about an expression that cannot be read.
  package func sentence(for reason: Fault.Reason) -> String {
    func say(_ phrase: FaultPhrase, _ name: String) -> String {
      text(phrase, [("name", name)])
    }
    switch reason {
    case .tooLong: return text(FaultPhrase.expressionTooLong)
    case .tooDeep: return text(FaultPhrase.expressionTooDeep)
    case .empty: return text(FaultPhrase.expressionEmpty)
    case .unexpectedCharacter(let character):
      return say(.unexpectedCharacter, String(character))
    case .unexpectedToken(let found):
      return found.isEmpty ? text(FaultPhrase.unexpectedEnd) : say(.unexpectedToken, found)
    case .reservedWord(let word): return say(.reservedWord, word)
    case .badNumber(let number): return say(.badNumber, number)
    case .unclosedText: return text(FaultPhrase.unclosedText)
    case .badEscape(let escape): return say(.badEscape, escape)
    case .unknownName(let name, let nearest), .unknownField(let name, let nearest):
      return say(.unknownField, name) + hint(nearest)
    case .noSuchFunction(let name, let nearest):
      return say(.noSuchFunction, name) + hint(nearest)
    case .mustBeMethod(let name): return say(.mustBeMethod, name)
    case .mustNotBeMethod(let name): return say(.mustNotBeMethod, name)
    case .wrongArgumentCount(let name, _, _): return say(.wrongArgumentCount, name)
    case .wrongArgument(let name, _, let found):
      return text(FaultPhrase.wrongArgument, [("name", name), ("type", found.name)])
    case .typeMismatch(let name, let left, let right):
      return text(
        FaultPhrase.typeMismatch,
        [("name", name), ("left", left.name), ("right", right.name)]
      )
    case .wrongOperand(let name, let found):
      return text(FaultPhrase.wrongOperand, [("name", name), ("type", found.name)])
    case .noFields(let type): return text(FaultPhrase.noFields, [("type", type.name)])
    case .noItems(let type): return text(FaultPhrase.noItems, [("type", type.name)])
    case .notAsked: return text(FaultPhrase.notAsked)
    case .notAVariable(let name): return say(.notAVariable, name)
    case .badDate(let name): return say(.badDate, name)
    case .badPattern(let reason, _):
      return text(FaultPhrase.badPattern, [("pattern", "\(reason)")])
    case .wrongResult(let expected, let found):
      return text(
        FaultPhrase.wrongResult,
        [("expected", expected.name), ("type", found.name)]
      )
    }
  }

  /// The sentence about an expression that has no value.
  package func sentence(for reason: EvaluationError.Reason) -> String {
    switch reason {
    case .undeclaredReference(let name): text(FaultPhrase.undeclared, [("name", name)])
    case .noSuchFunction(let name): text(FaultPhrase.noSuchFunction, [("name", name)])
    case .noSuchOverload: text(FaultPhrase.noSuchOverload)
    case .noSuchKey: text(FaultPhrase.noSuchKey)
    case .indexOutOfRange: text(FaultPhrase.indexOutOfRange)
    case .divisionByZero, .modulusByZero: text(FaultPhrase.divisionByZero)
    case .overflow: text(FaultPhrase.overflow)
    case .invalidConversion(let kind):
      text(FaultPhrase.invalidConversion, [("type", kind.rawValue)])
    case .invalidKey: text(FaultPhrase.invalidKey)
    case .duplicateKey: text(FaultPhrase.duplicateKeyPlain)
    case .invalidPattern: text(FaultPhrase.badPattern, [("pattern", "")])
    case .patternLimit: text(FaultPhrase.patternLimit)
    case .budget: text(FaultPhrase.budget)
    case .tooLarge: text(FaultPhrase.resultTooLarge)
    }
  }
}
