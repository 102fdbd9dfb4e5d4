// swift-format-ignore-file: LineLength
// A sentence is one literal, as catalogs know it.

import FieldKinds

/// What a kind of value is called in a sentence; the raw value is the English source.
enum KindPhrase: String, Phrase {
  case text = "a text"
  case memo = "a text of several lines"
  case integer = "a whole number"
  case decimal = "a number"
  case date = "a date"
  case boolean = "yes or no"
  case choice = "one of the options"
  case choices = "one or more of the options"
  case record = "a stored record"
  case email = "an e-mail address"
  case phone = "a telephone number"
  case url = "a web address"
  case country = "a country"
  case language = "a language"
  case postalCode = "a postal code"
  case esNIF = "a NIF"
  case esDNI = "a DNI"
  case esNIE = "a NIE"
  case esCIF = "a NIF of an entity (CIF)"
  case esPersonalNIF = "a NIF beginning with K, L or M"
  case esVAT = "a Spanish VAT number"
  case deVAT = "a German VAT identification number"
  case deEconomicID = "a German economic identification number"
  case deTaxNumber = "a German tax number"
  case deTaxID = "a personal German tax ID, which is not collected"
  case deRegister = "an entry in a German register"
  case deCourt = "a German register court"
  case euVAT = "a VAT number of the EU"
  case atUID = "an Austrian UID"
  case chUID = "a Swiss UID"
  case iban = "an IBAN"
  case bic = "a BIC"
  case lei = "an LEI"
  case gln = "a GLN"
  case leitwegID = "a Leitweg-ID"

  static let context = "alta/kind"

  init(_ kind: KindName) {
    self =
      switch kind {
      case .text: .text
      case .memo: .memo
      case .integer: .integer
      case .decimal: .decimal
      case .date: .date
      case .boolean: .boolean
      case .choice: .choice
      case .choices: .choices
      case .record: .record
      case .email: .email
      case .phone: .phone
      case .url: .url
      case .country: .country
      case .language: .language
      case .postalCode: .postalCode
      case .esNIF: .esNIF
      case .esDNI: .esDNI
      case .esNIE: .esNIE
      case .esCIF: .esCIF
      case .esPersonalNIF: .esPersonalNIF
      case .esVAT: .esVAT
      case .deVAT: .deVAT
      case .deEconomicID: .deEconomicID
      case .deTaxNumber: .deTaxNumber
      case .deTaxID: .deTaxID
      case .deRegister: .deRegister
      case .deCourt: .deCourt
      case .euVAT: .euVAT
      case .atUID: .atUID
      case .chUID: .chUID
      case .iban: .iban
      case .bic: .bic
      case .lei: .lei
      case .gln: .gln
      case .leitwegID: .leitwegID
      }
  }
}

/// The form that a kind of value has; the raw value is the English source.
enum ShapePhrase: String, Phrase {
  case esNIF =
    "8 digits and a letter (DNI), X, Y or Z with 7 digits and a letter (NIE), or a letter, 7 digits and a control character"
  case deVAT = "DE and 9 digits, for example DE136695976"
  case deTaxNumber = "10 or 11 digits as the tax office prints them, or the 13 digits of ELSTER"
  case deRegister = "court, type and number, for example München HRB 12345"
  case deCourt = "the place of a register court, for example München"
  case euVAT = "the country’s two letters and the number, for example ATU12345675"
  case atUID = "ATU and 8 digits"
  case chUID = "CHE and 9 digits, for example CHE-116.281.710"
  case iban =
    "two letters for the country, two check digits and the account, for example DE89 3704 0044 0532 0130 00"
  case bic = "8 or 11 letters and digits, for example COBADEFFXXX"
  case lei = "20 letters and digits"
  case gln = "13 digits"
  case leitwegID =
    "digits, an optional part in letters and digits, and two check digits, separated by hyphens"
  case postalCode = "a postal code as the country writes it"
  case country = "a country’s name or its two-letter code"
  case language = "a language’s tag, for example de or es"
  case phone = "a telephone number with its country code, for example +49 30 123456"
  case url = "a web address, for example https://www.example.com"
  case other = "another form of text"

  static let context = "alta/shape"

  init(_ kind: KindName) {
    self =
      switch kind {
      case .esNIF, .esDNI, .esNIE, .esCIF, .esPersonalNIF, .esVAT: .esNIF
      case .deVAT, .deEconomicID: .deVAT
      case .deTaxNumber, .deTaxID: .deTaxNumber
      case .deRegister: .deRegister
      case .deCourt: .deCourt
      case .euVAT: .euVAT
      case .atUID: .atUID
      case .chUID: .chUID
      case .iban: .iban
      case .bic: .bic
      case .lei: .lei
      case .gln: .gln
      case .leitwegID: .leitwegID
      case .postalCode: .postalCode
      case .country: .country
      case .language: .language
      case .phone: .phone
      case .url: .url
      case .text, .memo, .integer, .decimal, .date, .boolean, .choice, .choices, .record, .email:
        .other
      }
  }
}
