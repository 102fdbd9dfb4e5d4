/// Why a text is not a value of its kind; the first failing step, as data for a sentence.
package enum KindFailure: Error, Hashable, Sendable {
  /// Nothing is left after trimming.
  case empty
  /// A character that hides, reorders or drives a terminal, for example `U+202E`, at a position from 1.
  case hostile(codePoint: String, position: Int)
  /// Another character that the kind does not have, at a position from 1.
  case charset(found: String, position: Int, allowed: KindAlphabet)
  /// The text is a valid value of another kind, which may be offered instead.
  case wrongKind(found: KindName, expected: KindName)
  /// The count of characters differs; `expected` lists the possible counts in ascending order.
  case length(KindName, expected: [Int], found: Int)
  /// The length is right and the pattern is not.
  case structure(KindName)
  /// The country prefix differs from the chosen country; both are prefixes such as `AT`.
  case prefix(found: String, expected: String)
  /// The check digit or letter does not fit, characters and length being right.
  case checksum(KindName)
  /// The control character of a Spanish entity's NIF is of the wrong sort for its first letter.
  case controlSort(letter: String, expectsDigit: Bool)
  /// A part names something that does not exist: a court, a country, a province, a state.
  case component(KindPart, found: String, suggestions: [String])
  /// The German federal state is missing or does not fit; `possible` holds ISO 3166-2 codes without `DE-`.
  case state(found: String, possible: [String])
  /// A rule that only this kind has.
  case rule(KindRule)

  /// The stable code that scripts and tests see.
  package var code: String {
    switch self {
    case .empty: "empty"
    case .hostile: "hostile"
    case .charset: "charset"
    case .wrongKind: "wrong_kind"
    case .length: "length"
    case .structure: "structure"
    case .prefix: "prefix"
    case .checksum: "checksum"
    case .controlSort: "control_sort"
    case .component: "component"
    case .state: "state"
    case .rule: "structure"
    }
  }
}

/// The characters that a kind is written with.
package enum KindAlphabet: String, Hashable, Sendable, CaseIterable {
  /// The digits 0 to 9.
  case digits
  /// The digits 0 to 9 and the letters A to Z.
  case digitsAndLetters
  /// What a telephone number is written with: digits, `+`, spaces, brackets, hyphens, dots, slashes.
  case telephone
  /// Any text without control characters.
  case text
  /// What a decimal number is written with: digits, a sign, a decimal point.
  case number
  /// What stands before the `@` of an e-mail address: letters, digits and ``!#$%&'*+-/=?^_`{|}~.``.
  case emailName
  /// What a domain is written with: letters, digits, hyphens and dots.
  case domainName
  /// What a web address is written with: no spaces, quotes, angle brackets or backslashes.
  case webAddress
}

/// A part of a value that is looked up in a list.
package enum KindPart: String, Hashable, Sendable, CaseIterable {
  /// A German register court.
  case court
  /// A type of the German commercial register: HRA, HRB, GnR, GsR, PR, VR.
  case registerType
  /// A country, by its ISO 3166-1 code or its VAT prefix.
  case country
  /// A Spanish province, by the first two digits of a postal code.
  case province
  /// A German federal state.
  case federalState
  /// A language, by its tag.
  case language
  /// The top-level domain of an e-mail address or web address.
  case domain
}

/// A value that was read: what is stored, what is shown, and what should be said about it.
package struct KindReading: Hashable, Sendable {
  /// The one form that is stored and compared.
  package var canonical: String
  /// The form that a person is shown, where it is not the canonical one; never stored.
  package var ownDisplay: String?
  /// What the value turned out to be where a kind has several sorts (a NIF may be a DNI, a NIE …).
  package var sort: KindName?
  /// What is worth saying without refusing the value; the person confirms these once.
  package var warnings: [KindWarning]

  /// Describes a value that was read.
  package init(
    canonical: String,
    display: String? = nil,
    sort: KindName? = nil,
    warnings: [KindWarning] = []
  ) {
    self.canonical = canonical
    ownDisplay = display
    self.sort = sort
    self.warnings = warnings
  }

  /// The form that a person is shown.
  package var display: String { ownDisplay ?? canonical }
}
