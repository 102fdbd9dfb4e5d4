import Expressions
import PlainValues

/// The options of a field as they were written.
struct OptionSource {
  let entries: [OptionDefinition]
  /// The context of the options' texts, without their codes.
  let context: String
}

extension WizardChecker {
  func source(of field: FieldDefinition, context: String) -> OptionSource {
    if let from = field.from {
      return OptionSource(entries: lists[from.value]?.entries ?? [], context: from.value)
    }
    return OptionSource(entries: field.options ?? [], context: context)
  }

  mutating func checkInclude(of field: Placed<String>, when: Placed<String>?) {
    guard let position = names.position(of: field.value) else {
      reportUnknown(field)
      return
    }
    guard fields[position].type == .choice || fields[position].type == .choices else {
      report(.includeNeedsChoice(field.value), at: field.place)
      return
    }
    includedFields.insert(position)
    let condition = when.flatMap { formula($0, expecting: .bool) }
    let source = optionSources[position]
    var brought: [(stage: StageDefinition, codes: [String], context: String)] = []
    var indices: [String: Int] = [:]
    for option in source.entries {
      let code = option.code.value
      for stage in option.stages {
        guard let known = indices[stage.key.value] else {
          indices[stage.key.value] = brought.count
          brought.append((stage, [code], "\(source.context)/\(code)"))
          continue
        }
        // The same stage for several options is written once and repeated by an alias, which has
        // the same places; anything else under its key would be a second stage.
        if brought[known].stage == stage {
          brought[known].codes.append(code)
        } else {
          report(.stageDiffers(stage.key.value), at: stage.key.place)
        }
      }
    }
    for (stage, codes, context) in brought {
      check(
        stage,
        guarding: StageGuard(field: position, codes: codes, condition: condition),
        context: context
      )
    }
  }

  /// Every key that the definition declares anywhere on the path, so that a later field is told from
  /// an unknown one.
  var laterNames: Set<String> {
    var keys: Set<String> = []
    var pending: [StageDefinition] = definition.parts.compactMap { part in
      if case .stage(let stage) = part { stage } else { nil }
    }
    var seenLists: Set<String> = []
    var seenStages: Set<Placed<String>> = []
    while let stage = pending.popLast() {
      guard seenStages.insert(stage.key).inserted else { continue }
      if stage.list != nil {
        keys.insert(stage.key.value)
        continue
      }
      for field in stage.fields {
        keys.insert(field.key.value)
        if let from = field.from {
          guard seenLists.insert(from.value).inserted else { continue }
          pending += lists[from.value]?.entries.flatMap(\.stages) ?? []
        } else {
          pending += field.options?.flatMap(\.stages) ?? []
        }
      }
    }
    return keys
  }

  mutating func reportUnknown(_ name: Placed<String>) {
    let isLater = names.standsLater(name.value) || names.standsLaterInItem(name.value)
    report(
      isLater
        ? .laterField(name.value)
        : .unknownField(name.value, nearest: near(name.value, in: names.knownKeys)),
      at: name.place
    )
  }
}
