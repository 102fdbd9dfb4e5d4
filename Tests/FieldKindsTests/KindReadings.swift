import FieldKinds
import Testing

/// What a test compares of a reading: the canonical form, or the failure.
func canonical(_ result: Result<KindReading, KindFailure>) -> Result<String, KindFailure> {
  result.map(\.canonical)
}

extension Result where Failure == KindFailure {
  /// The failure, or nothing.
  var failure: KindFailure? {
    if case .failure(let failure) = self { failure } else { nil }
  }

  /// The value, or nothing.
  var value: Success? {
    if case .success(let value) = self { value } else { nil }
  }
}

/// A kind by name, so that one table can hold rules that all kinds keep.
struct ReadableKind: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let read: @Sendable (String) -> Result<KindReading, KindFailure>

  static let all: [ReadableKind] = [
    .init(testDescription: "text") { TextKind.read($0) },
    .init(testDescription: "memo") { MemoKind.read($0) },
    .init(testDescription: "integer") { IntegerKind.read($0) },
    .init(testDescription: "decimal") { DecimalKind.read($0) },
    .init(testDescription: "date") { DateKind.read($0) },
    .init(testDescription: "boolean") { BooleanKind.read($0) },
    .init(testDescription: "email") { EmailKind.read($0) },
    .init(testDescription: "phone") { PhoneKind.read($0, region: "DE") },
    .init(testDescription: "url") { URLKind.read($0) },
    .init(testDescription: "country") { CountryKind.read($0) },
    .init(testDescription: "language") { LanguageKind.read($0) },
    .init(testDescription: "postal-code") { PostalCodeKind.read($0, country: "GB") },
    .init(testDescription: "postal-code of no country") { PostalCodeKind.read($0) },
  ]
}
