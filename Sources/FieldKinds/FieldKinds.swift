/// Reading a text as a value of any kind.
package enum FieldKinds {
  /// Reads a text as a value of a kind.
  ///
  /// - Parameters:
  ///   - text: The text as given.
  ///   - kind: A kind that reads a text on its own; the others read it as plain text.
  ///   - parameters: What some kinds need to know beside the text.
  /// - Returns: What is stored and shown, or the first step that fails.
  /// - Complexity: O(*n*) in the text.
  package static func read(
    _ text: String,
    as kind: KindName,
    parameters: KindParameters = KindParameters()
  ) -> Result<KindReading, KindFailure> {
    switch kind {
    case .memo: MemoKind.read(text)
    case .integer: IntegerKind.read(text)
    case .decimal: DecimalKind.read(text)
    case .date: DateKind.read(text)
    case .boolean: BooleanKind.read(text)
    case .email: EmailKind.read(text)
    case .phone: PhoneKind.read(text, region: parameters.country)
    case .url: URLKind.read(text)
    case .country: CountryKind.read(text)
    case .language: LanguageKind.read(text)
    case .postalCode: PostalCodeKind.read(text, country: parameters.country)
    case .text, .choice, .choices, .record: TextKind.read(text)
    case .esNIF, .esDNI, .esNIE, .esCIF, .esVAT, .esPersonalNIF, .deVAT, .deEconomicID,
      .deTaxNumber, .deTaxID, .deRegister, .deCourt, .euVAT, .atUID, .chUID, .iban, .bic, .lei,
      .gln,
      .leitwegID:
      readIdentifier(text, as: kind, country: parameters.country, state: parameters.state)
        ?? TextKind.read(text)
    }
  }
}

/// What some kinds need to know beside the text.
package struct KindParameters: Hashable, Sendable {
  /// The country as an ISO 3166-1 code; `nil` if none is known.
  package let country: String?
  /// The German federal state as an ISO 3166-2 code without `DE-`; `nil` if none is known.
  package let state: String?

  /// Names what is known.
  package init(country: String? = nil, state: String? = nil) {
    self.country = country
    self.state = state
  }
}
