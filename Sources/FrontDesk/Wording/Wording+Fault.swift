import Expressions
package import SourceTrees
package import WizardEngine

extension Wording {
  /// The sentence about a fault of a definition, without its place.
  package func sentence(for reason: DefinitionFault.Reason) -> String {
    func say(_ phrase: FaultPhrase, _ name: String) -> String {
      text(phrase, [("name", name)])
    }
    switch reason {
    case .syntax(let reason): return sentence(for: reason)
    case .unknownKey(let name, let nearest): return say(.unknownKey, name) + hint(nearest)
    case .missingKey(let name): return say(.missingKey, name)
    case .wrongShape(let key, let expected): return say(phrase(for: expected), key)
    case .badName(let name): return say(.badName, name)
    case .duplicate(let name): return say(.duplicate, name)
    case .unknownField(let name, let nearest): return say(.unknownField, name) + hint(nearest)
    case .laterField(let name): return say(.laterField, name)
    case .unknownType(let name, let nearest): return say(.unknownType, name) + hint(nearest)
    case .unknownOptions(let name): return say(.unknownOptions, name)
    case .unknownProcedure(let name, let nearest):
      return say(.unknownProcedure, name) + hint(nearest)
    case .unknownRecord(let name, let nearest): return say(.unknownRecord, name) + hint(nearest)
    case .noOptions: return text(FaultPhrase.noOptions)
    case .needless(let key, let type):
      return text(FaultPhrase.needless, [("name", key), ("type", type)])
    case .needlessBeside(let key, let other):
      return text(FaultPhrase.needlessBeside, [("name", key), ("other", other)])
    case .sameLabel(let label): return say(.sameLabel, label)
    case .unknownOption(let name, let nearest):
      return say(.unknownOption, name) + hint(nearest)
    case .stillThere(let name): return say(.stillThere, name)
    case .expression(let fault): return sentence(for: fault.fault.reason)
    case .badPattern(let pattern): return text(FaultPhrase.badPattern, [("pattern", pattern)])
    case .badMask(let name): return say(.badMask, name)
    case .badLimit(let name): return say(.badLimit, name)
    case .badDefault(let name): return say(.badDefault, name)
    case .includeNeedsChoice(let name): return say(.includeNeedsChoice, name)
    case .stageDiffers(let name): return say(.stageDiffers, name)
    case .tooMany(let bounded, let limit):
      return text(phrase(for: bounded), [("limit", "\(limit)")])
    case .nameDiffers(let file, let name):
      return text(FaultPhrase.nameDiffers, [("name", name), ("file", file)])
    case .stageNeverAppears(let name): return say(.stageNeverAppears, name)
    case .alwaysTrue(let condition):
      return text(FaultPhrase.alwaysTrue, [("condition", condition)])
    case .alwaysFalse(let condition):
      return text(FaultPhrase.alwaysFalse, [("condition", condition)])
    case .fieldNeverAsked(let name): return say(.fieldNeverAsked, name)
    case .fieldUnanswerable(let name): return say(.fieldUnanswerable, name)
    case .tooManyPaths(let limit):
      return text(FaultPhrase.tooManyPaths, [("limit", "\(limit)")])
    case .textTooWide(let columns, let limit):
      return text(FaultPhrase.textTooWide, [("columns", "\(columns)"), ("limit", "\(limit)")])
    case .wizardGone(let name): return say(.wizardGone, name)
    case .keyGone(let name): return say(.keyGone, name)
    case .optionGone(let code, let field):
      return text(FaultPhrase.optionGone, [("name", code), ("field", field)])
    case .typeChanged(let name, let before, let now, _):
      return text(
        FaultPhrase.typeChanged,
        [("name", name), ("before", before), ("now", now)]
      )
    case .newlyRequired(let name, let isConditional):
      return say(isConditional ? .newlyRequiredAtTimes : .newlyRequired, name)
    case .moreItemsNeeded(let name, let least):
      return text(FaultPhrase.moreItemsNeeded, [("name", name), ("least", "\(least)")])
    case .versionNotRaised(let version, let before):
      return text(
        FaultPhrase.versionNotRaised,
        [("version", "\(version)"), ("before", "\(before)")]
      )
    }
  }

  /// A fault of a definition in words.
  ///
  /// - Parameters:
  ///   - fault: The fault.
  ///   - text: The file's text, for the line that the fault is in; `nil` where it is not known.
  /// - Returns: The finding, with its line where the text is known.
  package func finding(_ fault: DefinitionFault, in text: SourceText?) -> FileFinding {
    let place = fault.place
    let excerpt = text.map { text in
      SourceExcerpt(
        of: text,
        at: SourcePlace(
          line: place.line,
          column: place.column,
          offset: place.offset,
          length: place.length
        )
      )
    }
    return FileFinding(
      id: fault.code,
      severity: fault.isWarning ? .warning : .error,
      file: place.file,
      line: place.line,
      column: place.column,
      sentence: sentence(for: fault.reason),
      excerpts: excerpt.map { [.init(text: $0.line, caret: $0.caret)] } ?? []
    )
  }

  func hint(_ nearest: String?) -> String {
    nearest.map { " – " + text(FaultPhrase.didYouMean, [("name", $0)]) } ?? ""
  }

  private func sentence(for reason: DefinitionFault.SyntaxReason) -> String {
    let phrase: FaultPhrase =
      switch reason {
      case .tooLarge: .tooLarge
      case .tooDeep: .tooDeep
      case .tooManyNodes: .tooManyNodes
      case .badEncoding: .badEncoding
      case .empty: .fileEmpty
      case .malformed: .malformed
      case .duplicateKey: .duplicateKeyPlain
      case .keyNotText: .keyNotText
      case .mergeKey: .mergeKey
      case .tag: .tag
      case .unknownAlias: .unknownAlias
      case .recursiveAlias: .recursiveAlias
      case .severalDocuments: .severalDocuments
      case .notMapping: .notMapping
      }
    return text(phrase)
  }

  /// The sentence about a YAML or JSON text that cannot be read, without its place.
  package func sentence(for reason: SourceFault.Reason) -> String {
    switch reason {
    case .tooLarge: text(FaultPhrase.tooLarge)
    case .tooDeep: text(FaultPhrase.tooDeep)
    case .tooManyNodes: text(FaultPhrase.tooManyNodes)
    case .notUTF8, .notUTF16: text(FaultPhrase.badEncoding)
    case .empty: text(FaultPhrase.fileEmpty)
    case .malformedYAML: text(FaultPhrase.malformed)
    case .malformedJSON: text(FaultPhrase.malformedJSON)
    case .duplicateKey(let name, _): text(FaultPhrase.duplicateKey, [("name", name)])
    case .keyNotScalar: text(FaultPhrase.keyNotText)
    case .mergeKey: text(FaultPhrase.mergeKey)
    case .unsupportedTag: text(FaultPhrase.tag)
    case .unknownAlias: text(FaultPhrase.unknownAlias)
    case .recursiveAlias: text(FaultPhrase.recursiveAlias)
    case .severalDocuments: text(FaultPhrase.severalDocuments)
    case .notMapping: text(FaultPhrase.notMapping)
    }
  }

  private func phrase(for shape: DefinitionFault.Shape) -> FaultPhrase {
    switch shape {
    case .text: .shapeText
    case .list: .shapeList
    case .mapping: .shapeMapping
    case .boolean: .shapeBoolean
    case .number: .shapeNumber
    case .severity: .shapeSeverity
    }
  }

  private func phrase(for bounded: DefinitionFault.Bounded) -> FaultPhrase {
    switch bounded {
    case .fields: .tooManyFields
    case .options: .tooManyOptions
    case .stages: .tooManyStages
    }
  }
}
