import FieldKinds

/// What reading came to, in the form that the tables of these tests are written in.
extension Result<KindReading, KindFailure> {
  /// The stored form; `nil` for a failure.
  var canonical: String? { (try? get())?.canonical }

  /// The failure; `nil` for a success.
  var refusal: KindFailure? {
    guard case .failure(let failure) = self else { return nil }
    return failure
  }
}

/// The stored form of a text read as a kind; `nil` where it does not hold.
func canonical(_ text: String, _ kind: KindName, country: String? = nil) -> String? {
  readIdentifier(text, as: kind, country: country)?.canonical
}

/// The failure of a text read as a kind; `nil` where it holds.
func refusal(_ text: String, _ kind: KindName, country: String? = nil) -> KindFailure? {
  readIdentifier(text, as: kind, country: country)?.refusal
}
