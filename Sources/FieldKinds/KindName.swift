/// The name of something that a text can be, for sentences such as "This is a NIE, not a CIF".
package enum KindName: String, Hashable, Sendable, CaseIterable {
  /// One line of any text.
  case text
  /// A text of any number of lines.
  case memo
  /// A whole number.
  case integer
  /// A decimal number, kept exactly as text.
  case decimal
  /// A day of the calendar.
  case date
  /// Yes or no.
  case boolean
  /// One option of a list, by its code.
  case choice
  /// Any number of options of a list.
  case choices
  /// A record of the store, by its number or key.
  case record
  /// An e-mail address.
  case email
  /// A telephone number.
  case phone
  /// A web address.
  case url
  /// A country, by its ISO 3166-1 code.
  case country
  /// A language, by its tag.
  case language
  /// A postal code, whose form depends on the country.
  case postalCode = "postal-code"
  /// The Spanish tax number of anybody: a DNI, a NIE, a personal NIF or an entity's.
  case esNIF = "es-nif"
  /// The Spanish identity number, which citizens have.
  case esDNI = "es-dni"
  /// The Spanish identity number of foreigners, which begins with X, Y or Z.
  case esNIE = "es-nie"
  /// The NIF of a Spanish entity, formerly CIF.
  case esCIF = "es-cif"
  /// The Spanish VAT number: a NIF with ES before it.
  case esVAT = "es-vat"
  /// The NIF of a person without DNI or NIE, which begins with K, L or M.
  case esPersonalNIF = "es-nif-klm"
  /// The German VAT number (USt-IdNr.), or the economic ID in its place.
  case deVAT = "de-vat"
  /// The German economic ID (W-IdNr.).
  case deEconomicID = "de-widnr"
  /// The German tax number (Steuernummer).
  case deTaxNumber = "de-stnr"
  /// The German personal tax ID (IdNr.), which is recognised and never collected.
  case deTaxID = "de-idnr"
  /// An entry in a German register: court, type and number.
  case deRegister = "de-register"
  /// A German register court.
  case deCourt = "de-court"
  /// A VAT number of a member state of the EU or of Northern Ireland.
  case euVAT = "eu-vat"
  /// The Austrian VAT number (UID).
  case atUID = "at-uid"
  /// The Swiss enterprise number (UID), perhaps with its VAT suffix.
  case chUID = "ch-uid"
  /// An international bank account number.
  case iban
  /// A business identifier code, as banks have one.
  case bic
  /// A legal entity identifier.
  case lei
  /// A global location number.
  case gln
  /// The address of a German public buyer.
  case leitwegID = "leitweg-id"

  /// The kinds that a definition may name as a field's type or as an identifier.
  package static let fieldTypes: [KindName] = [
    .text, .memo, .integer, .decimal, .date, .boolean, .choice, .choices, .record, .email, .phone,
    .url, .country, .language, .postalCode, .esNIF, .deVAT, .euVAT, .deRegister, .deCourt,
    .deTaxNumber, .iban, .bic, .leitwegID, .atUID, .chUID, .lei, .gln,
  ]
}
