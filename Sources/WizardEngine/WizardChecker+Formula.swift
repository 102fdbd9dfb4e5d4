import Expressions
import PlainValues

extension WizardChecker {
  /// Reads an expression that may use what has been declared so far.
  ///
  /// - Parameters:
  ///   - written: The text with its place.
  ///   - expected: The type that the result must have; `nil` for any.
  ///   - own: The type of `self`, where there is one.
  /// - Returns: The formula; `nil` where it has faults, which are reported.
  mutating func formula(
    _ written: Placed<String>,
    expecting expected: ValueType?,
    own: ValueType? = nil
  ) -> Formula? {
    guard comparisons < Self.mostComparisons else { return nil }
    let declarations = names.declarations(own: own)
    do throws(Faults) {
      let expression = try Expression(written.value, declarations, expecting: expected)
      var fields: [Int] = []
      var readsMore = false
      for slot in expression.slots.sorted() {
        if case .field(let position) = FormulaScope.meaning(of: slot) {
          fields.append(position)
        } else {
          readsMore = true
        }
      }
      checkOptions(namedIn: expression, of: written)
      formulaCount += 1
      return Formula(
        written,
        expression: expression,
        fields: fields,
        readsMore: readsMore,
        id: formulaCount
      )
    } catch {
      for fault in error.faults { report(fault, in: written) }
      return nil
    }
  }

  /// Reports codes that are compared with a choice and that no option of it has.
  private mutating func checkOptions(
    namedIn expression: Expression,
    of written: Placed<String>
  ) {
    for compared in expression.comparedTexts where !compared.text.isEmpty {
      let field: Field? =
        switch FormulaScope.meaning(of: compared.slot) {
        case .field(let position): fields.indices.contains(position) ? fields[position] : nil
        case .itemField(let position):
          itemFields.indices.contains(position) ? itemFields[position] : nil
        case .today, .own, .item, .list: nil
        }
      guard let field, field.type == .choice || field.type == .choices, !field.options.isEmpty,
        !field.hasOption(compared.text)
      else { continue }
      let place = written.place(ofUTF8: compared.place.offset..<compared.place.end)
      let nearest = near(compared.text, in: field.options.map(\.code))
      report(.unknownOption(compared.text, nearest: nearest), at: place)
    }
  }

  private mutating func report(_ fault: Fault, in written: Placed<String>) {
    let place = written.place(ofUTF8: fault.place.offset..<fault.place.end)
    switch fault.reason {
    case .unknownName(let name, let nearest):
      comparisons += names.knownKeys.count
      if names.standsLater(name) {
        report(.laterField(name), at: place)
      } else if names.itemPosition(of: name) != nil {
        // Inside a list, a field of the same item is written with the item before it.
        report(.unknownField(name, nearest: "item.\(name)"), at: place)
      } else {
        report(.unknownField(name, nearest: nearest), at: place)
      }
    case .unknownField(let name, let nearest):
      guard written.value.isField(ofItemAt: fault.place.offset), names.item != nil else {
        return report(.unknownField(name, nearest: nearest), at: place)
      }
      report(
        names.standsLaterInItem(name)
          ? .laterField(name) : .unknownField(name, nearest: near(name, in: names.knownItemKeys)),
        at: place
      )
    default:
      report(.expression(FormulaFault(fault: fault, text: written.value)), at: place)
    }
  }
}

extension String {
  /// Whether `item.` stands before an offset in UTF-8.
  fileprivate func isField(ofItemAt offset: Int) -> Bool {
    let before = utf8.prefix(offset).filter { $0 != 0x20 && $0 != 0x0A && $0 != 0x09 }
    return before.suffix(5).elementsEqual("item.".utf8)
  }
}
