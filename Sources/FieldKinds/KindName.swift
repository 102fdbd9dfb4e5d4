/// The name of something that a text can be, for sentences such as "This is a NIE, not a CIF".
package enum KindName: String, Hashable, Sendable, CaseIterable {
  case text, memo, integer, decimal, date, boolean, choice, choices, record
  case email, phone, url, country, language
  case postalCode = "postal-code"
  case esNIF = "es-nif"
  case esDNI = "es-dni"
  case esNIE = "es-nie"
  case esCIF = "es-cif"
  case esVAT = "es-vat"
  case deVAT = "de-vat"
  case deEconomicID = "de-widnr"
  case deTaxNumber = "de-stnr"
  case deTaxID = "de-idnr"
  case deRegister = "de-register"
  case deCourt = "de-court"
  case euVAT = "eu-vat"
  case atUID = "at-uid"
  case chUID = "ch-uid"
  case iban, bic, lei, gln
  case leitwegID = "leitweg-id"
  // Identifiers
  /// The NIF of a person without DNI or NIE, which begins with K, L or M.
  case esPersonalNIF = "es-nif-klm"

  /// The kinds that a definition may name as a field's type or as an identifier.
  package static let fieldTypes: [KindName] = [
    .text, .memo, .integer, .decimal, .date, .boolean, .choice, .choices, .record, .email, .phone,
    .url, .country, .language, .postalCode, .esNIF, .deVAT, .euVAT, .deRegister, .deCourt,
    .deTaxNumber, .iban, .bic, .leitwegID, .atUID, .chUID, .lei, .gln,
  ]
}
