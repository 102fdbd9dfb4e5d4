// swift-format-ignore-file: LineLength
// A table reads best with an entry on a line.

extension KindName {
  /// What a value of the kind is, in English, for the reference.
  package var summary: String {
    switch self {
    case .text: "One line of any text."
    case .memo: "A text of any number of lines."
    case .integer: "A whole number."
    case .decimal: "A decimal number, kept exactly as it is written."
    case .date: "A day; in files `2026-12-31`, and as the language writes it."
    case .boolean: "Yes or no."
    case .choice: "One option, by its code or its label."
    case .choices: "Any number of options; in a row with commas between them."
    case .record: "A stored record, by its identifier or number."
    case .email: "An e-mail address, also with an international domain."
    case .phone: "A telephone number, stored in E.164; a national one where the country is known."
    case .url: "A web address (http, https)."
    case .country: "A country, by its ISO 3166-1 code or its name in any language."
    case .language: "A language, by its tag or its name."
    case .postalCode: "A postal code, written as its country writes it."
    case .esNIF: "The Spanish tax number of anybody: a DNI, a NIE, a personal NIF or an entity's."
    case .esDNI: "The Spanish identity number of citizens."
    case .esNIE: "The Spanish identity number of foreigners."
    case .esCIF: "The NIF of a Spanish entity, formerly CIF."
    case .esVAT: "The Spanish VAT number."
    case .esPersonalNIF: "The NIF of a person without DNI or NIE."
    case .deVAT: "The German VAT number (USt-IdNr.), or the economic ID in its place."
    case .deEconomicID: "The German economic ID (W-IdNr.)."
    case .deTaxNumber: "The German tax number (Steuernummer), stored with 13 digits."
    case .deTaxID: "The German personal tax ID, which is never collected."
    case .deRegister: "An entry in a German register: court, type and number."
    case .deCourt: "A German register court."
    case .euVAT: "A VAT number of a member state of the EU or of Northern Ireland."
    case .atUID: "The Austrian VAT number (UID)."
    case .chUID: "The Swiss enterprise number (UID)."
    case .iban: "An international bank account number."
    case .bic: "A business identifier code."
    case .lei: "A legal entity identifier."
    case .gln: "A global location number."
    case .leitwegID: "The address of a German public buyer."
    }
  }
}
