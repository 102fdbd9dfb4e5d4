import PlainValues

/// Reads a text as an identifier of a kind.
///
/// Where the text does not hold as this kind and does as another, the failure says which.
///
/// - Parameters:
///   - text: The text as typed.
///   - kind: The kind that the field has.
///   - country: The chosen country as an ISO 3166-1 code, for `eu-vat`; `nil` if none is chosen.
///   - state: The German federal state as an ISO 3166-2 code, for `de-stnr`; `nil` if not known.
/// - Returns: `nil` where the kind is no identifier, and for the personal tax ID, which is never collected.
/// - Complexity: O(*n*) in the text.
package func readIdentifier(
  _ text: String,
  as kind: KindName,
  country: String? = nil,
  state: String? = nil
) -> Result<KindReading, KindFailure>? {
  switch kind {
  case .esNIF: SpanishNIFKind.read(text)
  case .deVAT: GermanVATKind.read(text)
  case .euVAT: EUVATKind.read(text, country: country)
  case .esVAT:
    identified(text, as: .esVAT) { text throws(KindFailure) in
      try EUVATKind.parse(text, country: "ES")
    }
  case .deRegister: GermanRegisterKind.read(text)
  case .deCourt: GermanCourtKind.read(text)
  case .deTaxNumber: GermanTaxNumberKind.read(text, state: state)
  case .iban: IBANKind.read(text)
  case .bic: BICKind.read(text)
  case .lei: LEIKind.read(text)
  case .gln: GLNKind.read(text)
  case .leitwegID: LeitwegIDKind.read(text)
  case .atUID: AustrianUIDKind.read(text)
  case .chUID: SwissUIDKind.read(text)
  case .esDNI, .esNIE, .esCIF, .esPersonalNIF: SpanishNIFKind.read(text).only(kind)
  case .deEconomicID: GermanVATKind.read(text).only(kind)
  case .deTaxID, .text, .memo, .integer, .decimal, .date, .boolean, .choice, .choices, .record,
    .email, .phone, .url, .country, .language, .postalCode:
    nil
  }
}

/// Reads a text with the parser of a kind, and names another kind where that one fits instead.
func identified(
  _ text: String,
  as kind: KindName,
  by parse: (String) throws(KindFailure) -> KindReading
) -> Result<KindReading, KindFailure> {
  do {
    return .success(try parse(text))
  } catch {
    guard error.mayBeAnotherKind, let found = otherKind(of: text, than: kind) else {
      return .failure(error)
    }
    return .failure(.wrongKind(found: found, expected: kind))
  }
}

extension Result<KindReading, KindFailure> {
  /// Lets only one sort of a kind of several sorts pass.
  fileprivate func only(_ sort: KindName) -> Self {
    flatMap { reading in
      guard let found = reading.sort, found != sort else { return self }
      return .failure(.wrongKind(found: found, expected: sort))
    }
  }
}

extension KindFailure {
  /// Whether the failure comes after the step at which another kind is looked for.
  ///
  /// A letter among digits is still looked at: the other kind may be one with letters.
  fileprivate var mayBeAnotherKind: Bool {
    switch self {
    case .empty, .hostile, .wrongKind, .rule, .controlSort: false
    case .charset(let found, _, _): found.utf8.allSatisfy { ($0 & 0xDF).isASCIICapital }
    case .length, .structure, .prefix, .checksum, .component, .state: true
    }
  }
}
