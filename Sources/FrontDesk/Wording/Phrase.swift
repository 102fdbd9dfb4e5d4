/// A family of sentences that alta itself says; a case's raw value is the English source.
///
/// Families are closed, so that the texts to translate can be listed without reading Swift, and a
/// sentence that is not in one does not exist.
package protocol Phrase: RawRepresentable, CaseIterable, Sendable where RawValue == String {
  /// The catalog's context of the whole family.
  static var context: String { get }
}

/// A sentence whose words depend on a count, given as `{count}`.
package struct CountedPhrase: Hashable, Sendable {
  /// The English source for one.
  package let one: String
  /// The English source for other counts.
  package let other: String

  init(one: String, other: String) {
    self.one = one
    self.other = other
  }

  /// The catalog's context of all counted sentences.
  package static let context = "alta/counts"

  /// All counted sentences.
  package static let all: [CountedPhrase] = [
    .answersDropped, .questionsAdded, .answersRechecked, .faults, .furtherFaults, .furtherMissing,
    .problems,
    .attention,
    .sameName, .unassigned,
    .itemsOfList, .paths, .registrationsStored, .invoicesStored, .furtherChanges, .errors,
    .warnings,
    .notes, .answerFiles, .fields,
  ]

  static let answersDropped = CountedPhrase(
    one: "{count} answer dropped",
    other: "{count} answers dropped"
  )
  static let questionsAdded = CountedPhrase(
    one: "{count} new question",
    other: "{count} new questions"
  )
  static let answersRechecked = CountedPhrase(
    one: "{count} answer to check again",
    other: "{count} answers to check again"
  )
  /// How many more faults there are than were shown.
  package static let furtherFaults = CountedPhrase(
    one: "{count} further fault",
    other: "{count} further faults"
  )
  /// How many more messages lack a translation than were named.
  package static let furtherMissing = CountedPhrase(
    one: "{count} further translation is missing.",
    other: "{count} further translations are missing."
  )
  /// How many faults there are.
  package static let faults = CountedPhrase(one: "{count} fault", other: "{count} faults")
  static let errors = CountedPhrase(one: "{count} error", other: "{count} errors")
  static let warnings = CountedPhrase(one: "{count} warning", other: "{count} warnings")
  static let notes = CountedPhrase(one: "{count} note", other: "{count} notes")
  static let problems = CountedPhrase(
    one: "{count} answer needs attention:",
    other: "{count} answers need attention:"
  )
  static let attention = CountedPhrase(
    one: "{count} answer needs attention.",
    other: "{count} answers need attention."
  )
  static let unassigned = CountedPhrase(
    one: "{count} programme without a card.",
    other: "{count} programmes without a card."
  )
  static let sameName = CountedPhrase(
    one: "{count} company already has this name.",
    other: "{count} companies already have this name."
  )
  static let itemsOfList = CountedPhrase(one: "{count} entry", other: "{count} entries")
  /// How many registrations of a file were stored.
  package static let registrationsStored = CountedPhrase(
    one: "{count} registration stored",
    other: "{count} registrations stored"
  )
  static let furtherChanges = CountedPhrase(
    one: "… and {count} more change",
    other: "… and {count} more changes"
  )
  /// How many invoices were made.
  package static let invoicesStored = CountedPhrase(
    one: "{count} invoice stored",
    other: "{count} invoices stored"
  )
  /// How many paths a wizard has.
  package static let paths = CountedPhrase(one: "{count} path", other: "{count} paths")
  /// How many answer files there are.
  package static let answerFiles = CountedPhrase(
    one: "{count} answer file",
    other: "{count} answer files"
  )
  static let fields = CountedPhrase(one: "{count} field", other: "{count} fields")
}
