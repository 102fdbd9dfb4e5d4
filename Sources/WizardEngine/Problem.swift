package import FieldKinds

/// Why an answer does not hold, or what should be said about it: data, not text and not an error.
package struct Problem: Hashable, Sendable {
  /// Where the answer stands: `name`, `contacts.2.email`, or a list's or stage's key.
  package let path: String
  /// What is the matter.
  package let reason: ProblemReason
  /// Whether it blocks.
  package let severity: Severity

  /// Says what is the matter with an answer.
  package init(path: String, reason: ProblemReason, severity: Severity = .error) {
    self.path = path
    self.reason = reason
    self.severity = severity
  }

  /// The stable code that scripts and tests see.
  package var code: String { reason.code }
}

/// What can be the matter with an answer, apart from what a procedure or the store knows.
package enum ProblemReason: Hashable, Sendable {
  /// A required answer is missing.
  case required
  /// The text is longer than allowed, in characters as a person counts them.
  case tooLong(maximum: Int, actual: Int)
  /// The text is shorter than needed.
  case tooShort(minimum: Int, actual: Int)
  /// The number or day is below the smallest allowed one, which is given in its canonical form.
  case belowMinimum(String)
  /// The number or day is above the largest allowed one.
  case aboveMaximum(String)
  /// No such option; the codes of those that are offered.
  case notAnOption(given: String, offered: [String])
  /// The text does not match the author's pattern.
  case pattern(String)
  /// A pattern of the author could not be decided within its limits.
  case patternLimit
  /// The text is not a value of its kind.
  case kind(KindName, KindFailure)
  /// The value holds, and its kind has something to say about it.
  case kindWarning(KindWarning)
  /// A rule of the author does not hold.
  case rule(code: String, message: Message)
  /// An answer was given for a field that does not apply.
  case notApplicable
  /// A file names a field that does not exist; the nearest name, if one is near.
  case unknownField(String, nearest: String?)
  /// The list has too few items.
  case tooFewItems(minimum: Int, actual: Int)
  /// The list has too many items.
  case tooManyItems(maximum: Int, actual: Int)
  /// Two items of a list share a value that may stand once.
  case duplicateItem(String)
  /// The identifier is drawn from a mask and may not be given.
  case identifierLocked
  /// A field that is not a list was given several values, or a list a single one.
  case wrongShape

  /// The stable code that scripts and tests see.
  package var code: String {
    switch self {
    case .required: "E-REQUIRED"
    case .tooLong: "E-TOO-LONG"
    case .tooShort: "E-TOO-SHORT"
    case .belowMinimum, .aboveMaximum: "E-RANGE"
    case .notAnOption: "E-CHOICE"
    case .pattern: "E-PATTERN"
    case .patternLimit: "pattern-limit"
    case .kind(let kind, let failure):
      switch (kind, failure) {
      case (_, .hostile): failure.code
      case (.email, _): "E-EMAIL"
      case (.integer, _), (.decimal, _): "E-NUMBER"
      case (.date, _): "E-DATE"
      case (.boolean, _): "E-CHOICE"
      default: failure.code
      }
    case .kindWarning: "unverified"
    case .rule(let code, _): code
    case .notApplicable: "not-applicable"
    case .unknownField: "unknown-field"
    case .tooFewItems, .tooManyItems: "E-ITEMS"
    case .duplicateItem: "E-DUPLICATE-ROW"
    case .identifierLocked: "E-ID-LOCKED"
    case .wrongShape: "wrong-shape"
    }
  }
}

/// A sentence of a definition: the English source and the place that catalogs know it by.
package struct Message: Hashable, Sendable {
  /// The catalog's context, for example `register-customer/companyData/email1/label`.
  package let context: String
  /// The English text.
  package let text: String

  /// Joins a context and an English text.
  package init(_ text: String, context: String) {
    self.context = context
    self.text = text
  }
}
