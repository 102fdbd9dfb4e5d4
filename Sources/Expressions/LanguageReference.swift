// swift-format-ignore-file: LineLength
// A table reads best with an entry on a line.

/// The parts of the language with what they mean, in English, for the reference.
package enum LanguageReference {
  /// One part.
  package struct Entry: Sendable {
    /// How it is written.
    package let form: String
    /// What it means.
    package let summary: String
    /// An expression without names that shows it; `today` alone may be used.
    package let example: String

    init(_ form: String, _ summary: String, _ example: String) {
      self.form = form
      self.summary = summary
      self.example = example
    }
  }

  /// The operators, those that bind tightest first.
  package static let operators: [Entry] = [
    .init("`!a` `-a`", "Not; the opposite number.", "!(1 == 2)"),
    .init(
      "`a * b` `a / b` `a % b`",
      "Product, quotient and remainder; of whole numbers, a whole one.",
      "7 / 2"
    ),
    .init("`a + b` `a - b`", "Sum and difference; `+` also joins texts and lists.", "'a' + 'b'"),
    .init("`a == b` `a != b`", "Whether two values are the same, or not.", "1 == 1.0"),
    .init(
      "`a < b` `a <= b` `a > b` `a >= b`",
      "Order of numbers, texts and days.",
      "date('2026-03-05') < date('2026-12-31')"
    ),
    .init("`a in list`", "Whether a value is one of a list.", "'DE' in ['DE', 'AT']"),
    .init("`a && b`", "Both hold.", "true && 1 < 2"),
    .init("`a || b`", "One holds.", "false || 1 < 2"),
    .init(
      "`c ? a : b`",
      "The one where the condition holds, else the other.",
      "1 < 2 ? 'less' : 'more'"
    ),
  ]

  /// The functions and the macros over lists.
  package static var functions: [Entry] {
    [
      .init(
        "`has(field)`",
        "Whether a field is answered, or an object has a field.",
        "has({'a': 1}.a)"
      )
    ]
      + Function.allCases.map(\.entry) + Macro.allCases.map(\.entry)
  }
}

extension Function {
  /// Exhaustive, so that a new function has its entry.
  fileprivate var entry: LanguageReference.Entry {
    switch self {
    case .size:
      .init(
        "`size(a)` `a.size()`",
        "The characters of a text, the items of a list.",
        "size('Köln')"
      )
    case .startsWith:
      .init("`a.startsWith(b)`", "Whether a text begins with another.", "'Köln'.startsWith('K')")
    case .endsWith:
      .init("`a.endsWith(b)`", "Whether a text ends with another.", "'a@b.es'.endsWith('.es')")
    case .contains:
      .init("`a.contains(b)`", "Whether a text has another in it.", "'Köln'.contains('öl')")
    case .matches:
      .init(
        "`a.matches(pattern)`",
        "Whether a part of a text matches a regular expression (RE2); `^` and `$` are its ends.",
        "'BE-204711'.matches('^[A-Z]{2}-[0-9]{6}$')"
      )
    case .int:
      .init("`int(a)`", "A whole number; of a decimal one without its fraction.", "int('42') + 1")
    case .uint: .init("`uint(a)`", "A whole number without sign.", "uint(42)")
    case .double: .init("`double(a)`", "A decimal number.", "double('1.5') * 2.0")
    case .string: .init("`string(a)`", "A text.", "string(42) + '!'")
    case .bool: .init("`bool(a)`", "Yes or no, of a text.", "bool('true')")
    case .bytes: .init("`bytes(a)`", "The bytes of a text in UTF-8.", "size(bytes('Köln'))")
    case .date:
      .init(
        "`date(a)`",
        "A day of the calendar, of a text such as `2026-12-31`.",
        "date('2026-12-31') > date('2026-03-05')"
      )
    case .dyn: .init("`dyn(a)`", "The value, of whatever type.", "dyn(1) == dyn('1')")
    case .type: .init("`type(a)`", "The type of a value.", "type(1) == int")
    }
  }
}

extension Macro {
  /// Exhaustive, so that a new macro has its entry.
  fileprivate var entry: LanguageReference.Entry {
    switch self {
    case .all:
      .init(
        "`list.all(x, condition)`",
        "Whether the condition holds of every item.",
        "[1, 2, 3].all(n, n > 0)"
      )
    case .exists:
      .init(
        "`list.exists(x, condition)`",
        "Whether it holds of one item at least.",
        "[1, 2, 3].exists(n, n > 2)"
      )
    case .existsOne:
      .init(
        "`list.exists_one(x, condition)`",
        "Whether it holds of exactly one.",
        "[1, 2, 3].exists_one(n, n > 2)"
      )
    case .map:
      .init(
        "`list.map(x, value)` `list.map(x, condition, value)`",
        "A list of what the items become, of those of which the condition holds.",
        "[1, 2, 3].map(n, n > 1, n * 10)"
      )
    case .filter:
      .init(
        "`list.filter(x, condition)`",
        "The items of which the condition holds.",
        "[1, 2, 3].filter(n, n != 2)"
      )
    }
  }
}
