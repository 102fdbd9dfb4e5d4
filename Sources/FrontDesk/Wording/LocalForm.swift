package import FieldKinds
import PlainValues
package import WizardEngine

/// Translates between what is typed and shown in a language and the one form that is stored.
///
/// Typed labels become codes, local dates become ISO dates, decimal commas become points. What is no
/// local form comes back as it is, and the engine judges it.
package struct LocalForm: Sendable {
  /// The language.
  package let wording: Wording
  /// Further languages whose labels are understood, for files that come from anywhere.
  let others: [Wording]

  /// Speaks one language, and understands the labels of others.
  package init(_ wording: Wording, understanding others: [Wording] = []) {
    self.wording = wording
    self.others = others
  }

  // MARK: Reading

  /// The language-independent content of a text that was typed or stands in a file.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - field: The field it is for.
  /// - Returns: The content, or why the text could mean two things.
  package func content(
    _ text: String,
    for field: Field
  ) -> Result<AnswerContent, KindFailure> {
    switch field.type {
    case .choice:
      // Files mostly have codes, and a code as it is spelled means itself.
      if field.hasOption(text) { return .success(.text(text)) }
      return .success(.text(code(text, of: field) ?? text))
    case .record where !field.options.isEmpty:
      return .success(.text(code(text, of: field) ?? text))
    case .choices:
      let parts = text.split { $0 == "," || $0 == ";" || $0 == "|" }.map { String($0).trimmed }
      return .success(.texts(parts.filter { !$0.isEmpty }.map { code($0, of: field) ?? $0 }))
    case .plain(.date):
      let (order, separator) = dateForm
      return LocalForms.isoDate(text, order: order, separator: separator).map(AnswerContent.text)
    case .plain(.decimal):
      return LocalForms.plainDecimal(text, decimalSeparator: decimalSeparator)
        .map(AnswerContent.text)
    case .plain(.integer):
      return .success(
        .text(LocalForms.plainInteger(text, decimalSeparator: decimalSeparator))
      )
    case .plain(.boolean):
      return .success(.text(truth(text).map { $0 ? "true" : "false" } ?? text))
    case .plain(let kind):
      guard let table = NameTable(kind), text.count > 3 else { return .success(.text(text)) }
      for wording in [wording] + others {
        if let code = wording.code(named: text, in: table) { return .success(.text(code)) }
      }
      return .success(.text(text))
    default:
      return .success(.text(text))
    }
  }

  /// Whether a word means yes or no, in the language or in English; `nil` for any other text.
  package func truth(_ text: String) -> Bool? {
    // What canonical answers are, whatever the words of a language.
    if text == "true" { return true }
    if text == "false" { return false }
    let key = text.trimmed.searchKey
    guard !key.isEmpty else { return nil }
    for wording in [wording, .english] + others {
      if wording.words(.yesWords).contains(key) { return true }
      if wording.words(.noWords).contains(key) { return false }
    }
    switch key {
    case "true", "1": return true
    case "false", "0": return false
    default: return nil
    }
  }

  /// The code of an option by its code, label or synonym; `nil` where none or several fit.
  private func code(_ text: String, of field: Field) -> String? {
    let code = text.caseKey
    if let option = field.options.first(where: { $0.code.caseKey == code }) { return option.code }
    let key = text.trimmed.searchKey
    for wording in [wording] + others {
      let fitting = field.options.filter { option in
        wording.text(option.label).searchKey == key
          || option.label.text.searchKey == key
          || option.synonyms.contains { $0.searchKey == key }
      }
      if fitting.count == 1 { return fitting[0].code }
    }
    return nil
  }

  // MARK: Showing

  /// The content of an answer as a person reads it in the language.
  package func shown(_ content: AnswerContent, of field: Field) -> String {
    switch (field.type, content) {
    case (.choice, .text(let code)), (.choices, .text(let code)), (.record, .text(let code)):
      return wording.optionLabel(code, of: field) ?? code
    case (_, .texts(let codes)):
      return codes.map { wording.optionLabel($0, of: field) ?? $0 }.joined(separator: ", ")
    case (.plain(let kind), .text(let text)):
      return shown(text, of: kind)
    case (_, .text(let text)):
      return text
    }
  }

  /// A value that holds, as a person reads it in the language.
  package func shown(_ value: HeldValue, of field: Field) -> String {
    if case .text(let text) = value.content, value.display != text,
      field.type != .choice, NameTable(field.type.kind) == nil
    {
      return value.display
    }
    return shown(value.content, of: field)
  }

  /// A canonical text of a kind as a person reads it in the language.
  package func shown(_ text: String, of kind: KindName) -> String {
    switch kind {
    case .boolean: return wording.text(text == "true" ? DialoguePhrase.yes : .no)
    case .date: return CivilDate(iso: text).map(shown) ?? text
    case .decimal: return text.replacing(".", with: wording.text(DialoguePhrase.decimalSeparator))
    default:
      guard let table = NameTable(kind) else { return text }
      return wording.name(of: text, in: table)
    }
  }

  /// A number with the digits before the point in groups.
  ///
  /// - Parameters:
  ///   - text: The number as it is stored.
  ///   - least: The least number of places; two for amounts of money.
  /// - Returns: The number as people read it.
  package func shown(amount text: String, places least: Int = 2) -> String {
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first.flatMap({ Int($0) }) else { return text }
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let places = fraction + String(repeating: "0", count: max(0, least - fraction.count))
    let separator = wording.text(DialoguePhrase.decimalSeparator)
    return (isNegative ? "−" : "") + wording.number(whole)
      + (places.isEmpty ? "" : separator + places)
  }

  /// A stored moment, `2026-03-05T14:07:09Z`, as day and time in UTC.
  package func shown(moment: String) -> String {
    guard let day = CivilDate(iso: moment.prefix(10)), moment.utf8.count >= 16 else {
      return moment
    }
    return "\(shown(day)) \(moment.dropFirst(11).prefix(5)) UTC"
  }

  private func shown(_ date: CivilDate) -> String {
    let (order, separator) = dateForm
    let iso = date.iso.split(separator: "-").map(String.init)
    let parts =
      switch order {
      case .dayMonthYear: [iso[2], iso[1], iso[0]]
      case .monthDayYear: [iso[1], iso[2], iso[0]]
      case .yearMonthDay: iso
      }
    return parts.joined(separator: String(separator))
  }

  // MARK: The language's forms

  /// The order of a date's parts and what stands between them, read off the shown pattern.
  private var dateForm: (DateOrder, Unicode.Scalar) {
    let pattern = Array(wording.text(DialoguePhrase.datePattern).unicodeScalars)
    let separator = pattern.first { !$0.properties.isAlphabetic } ?? "-"
    // The year is the part of four letters; a day first is what all languages here have.
    let parts = pattern.split(separator: separator)
    guard parts.count == 3 else { return (.yearMonthDay, "-") }
    if parts[0].count == 4 { return (.yearMonthDay, separator) }
    return (parts[0].first == "M" ? .monthDayYear : .dayMonthYear, separator)
  }

  private var decimalSeparator: Unicode.Scalar {
    wording.text(DialoguePhrase.decimalSeparator) == "," ? "," : "."
  }
}

extension FieldType {
  /// The kind that values of the type are read as.
  var kind: KindName {
    switch self {
    case .plain(let kind): kind
    case .choice: .choice
    case .choices: .choices
    case .record: .record
    case .postalCode: .postalCode
    case .phone: .phone
    case .taxNumber: .deTaxNumber
    case .identifier: .text
    }
  }
}

extension Wording {
  /// A count as the language groups its digits: `9,682` or `9.682`.
  package func number(_ count: Int) -> String {
    let digits = String(count)
    // Spanish groups from five digits on (Ortografía de la lengua española, 2010).
    guard digits.utf8.count > (language.hasPrefix("es") ? 4 : 3) else { return digits }
    let separator = text(DialoguePhrase.groupSeparator)
    var grouped = ""
    for (place, digit) in digits.enumerated() {
      if place > 0 && (digits.utf8.count - place) % 3 == 0 { grouped += separator }
      grouped.append(digit)
    }
    return grouped
  }

  /// What an option is called; `nil` for a code that the field does not have.
  package func optionLabel(_ code: String, of field: Field) -> String? {
    field.options.first { $0.code == code }.map { text($0.label) }
  }

  /// The words of a list such as `y|yes`, folded for search.
  func words(_ phrase: DialoguePhrase) -> [String] {
    text(phrase).split(separator: "|").map { String($0).trimmed.searchKey }
  }
}

extension String {
  /// The text with every occurrence of a part replaced.
  func replacing(_ part: Character, with other: String) -> String {
    reduce(into: "") { $0 += $1 == part ? other : String($1) }
  }
}
