// swift-format-ignore-file: LineLength
// A sentence is one literal, as catalogs know it.

/// A sentence about an answer that does not hold; the raw value is the English source.
enum ProblemPhrase: String, Phrase {
  case required = "{field}: an answer is required."
  case tooLong = "{field}: at most {maximum} characters; this has {actual}. Please shorten it."
  case tooShort = "{field}: at least {minimum} characters; this has {actual}."
  case belowMinimum = "{field}: the smallest possible value is {minimum}."
  case aboveMaximum = "{field}: the largest possible value is {maximum}."
  case notAnOption = "{field}: there is no option “{value}”; possible: {options}."
  case pattern = "{field}: “{value}” does not match the expected form {pattern}."
  case patternLimit =
    "{field}: the pattern in the definition is too costly to check this text. Please tell the author of the wizard."
  case notApplicable = "{field}: does not apply here; please leave it empty."
  case unknownField = "There is no field “{field}”."
  case unknownFieldNear = "There is no field “{field}”; did you mean “{nearest}”?"
  case tooFewItems = "{field}: at least {minimum} entries are needed; there are {actual}."
  case tooManyItems = "{field}: at most {maximum} entries are possible; there are {actual}."
  case duplicateItem = "{field}: “{value}” occurs twice in this list."
  case identifierLocked =
    "{field}: the number is generated and cannot be changed; please leave it empty."
  case wrongShape = "{field}: a single value is needed here, not a list."

  // What a kind of value says
  case empty = "Please enter {kind}."
  case hostile =
    "{field}: the invisible or control character {character} at position {position} is not allowed. Please type the text instead of pasting it."
  case charsetDigits =
    "{field}: “{character}” at position {position} is not allowed here; digits only."
  case charsetDigitsAndLetters =
    "{field}: “{character}” at position {position} is not allowed here; digits and the letters A–Z only."
  case charsetOther = "{field}: “{character}” at position {position} is not allowed here."
  case wrongKind = "{field}: this is {found}, not {expected}."
  case length = "{field}: {kind} has {expected} characters; you entered {actual}."
  case structure = "{field}: expected {shape}."
  case prefix = "{field}: the prefix {found} does not fit the chosen country ({expected})."
  case checksum = "{field}: the check digit does not match; there is probably a typing error."
  case controlDigit = "{field}: after the letter {letter} the last character must be a digit."
  case controlLetter = "{field}: after the letter {letter} the last character must be a letter."
  case componentCourt = "{field}: there is no register court “{found}”."
  case componentRegisterType = "{field}: there is no register type “{found}”."
  case componentCountry = "{field}: there is no country “{found}”."
  case componentProvince = "{field}: there is no province {found} (01–52)."
  case componentState = "{field}: there is no federal state “{found}”."
  case componentLanguage = "{field}: there is no language “{found}”."
  case componentDomain = "{field}: “{found}” is not a domain that can receive anything."
  case suggestions = "Did you mean: {suggestions}?"
  case stateMissing = "{field}: please give the federal state; {found} fits {states}."

  // Numbers and dates
  case number = "{field}: this is not a number."
  case wholeNumber = "{field}: this is not a whole number."
  case integerOutOfRange = "{field}: this number is too large."
  case exponentNotation = "{field}: please write the number without an exponent."
  case tooManyDigits = "{field}: at most {limit} digits; this has {actual}."
  case tooManyDecimals = "{field}: at most {limit} decimal places; this has {actual}."
  case ambiguousNumber =
    "{field}: this could mean {grouped} or {decimal}. Please write it unambiguously."
  case date = "{field}: please enter a date as {pattern} or YYYY-MM-DD."
  case dateISO = "{field}: please enter a date as YYYY-MM-DD."
  case noSuchDay = "{field}: the calendar has no such day."
  case twoDigitYear = "{field}: please write the year with four digits."
  case yesOrNo = "{field}: please answer {yes} or {no}."

  // E-mail and domains
  case email = "{field}: this is not an e-mail address; expected name@domain.example."
  case textAroundEmail = "{field}: please enter the address only: {address}"
  case atSigns = "{field}: an e-mail address has exactly one @."
  case quotedLocalPart = "{field}: quotation marks are not possible in the e-mail address."
  case localPartMissing = "{field}: the part before the @ is missing."
  case localPartDots = "{field}: before the @, dots cannot stand at the ends or next to each other."
  case localPartTooLong =
    "{field}: the part before the @ has at most {limit} bytes; this has {actual}."
  case emailTooLong = "{field}: an e-mail address has at most {limit} bytes; this has {actual}."
  case addressLiteral = "{field}: a domain name is needed, not an IP address."
  case domainMissing = "{field}: the domain is missing."
  case domainWithoutDot = "{field}: the domain needs an ending such as .example."
  case domainDots = "{field}: in the domain, dots cannot stand at the ends or next to each other."
  case domainHyphens = "{field}: the domain part “{label}” has a hyphen where none can stand."
  case domainLabelTooLong =
    "{field}: a part of the domain has at most {limit} characters; this has {actual}."
  case domainTooLong = "{field}: a domain has at most {limit} characters; this has {actual}."
  case domainNotRegistrable = "{field}: this domain cannot be registered with these characters."

  // Telephone
  case phone = "{field}: this is not a telephone number; expected for example +49 30 123456."
  case lettersInPhone = "{field}: a telephone number has no letters."
  case lettersInPhoneFound =
    "{field}: a telephone number has no letters; did you mean {suggestion}?"
  case needsCountryCode =
    "{field}: please write the number with its country code, for example +49 30 123456."
  case extensionTooLong = "{field}: an extension has at most {limit} digits; this has {actual}."

  // Web addresses
  case schemeRefused = "{field}: a web address begins with https:// or http://, not with {scheme}:."
  case userInfoRefused = "{field}: a web address may not contain a user name or password."
  case portRange = "{field}: the port must be a number from 1 to 65535."
  case percentEncoding =
    "{field}: after the % at position {position}, two hexadecimal digits are needed."
  case webAddressTooLong = "{field}: a web address has at most {limit} bytes; this has {actual}."

  // Identifiers
  case missingLeadingZero = "{field}: the leading zero is missing; did you mean {suggestion}?"
  case greekPrefix = "{field}: Greek numbers begin with EL; did you mean {suggestion}?"

  // Warnings
  case bicPrefixWithDigits =
    "{field}: a BIC with digits in its first four places is allowed but unusual. Please check it."
  case internationalLocalPart =
    "{field}: some mail systems cannot deliver to an address with such characters before the @."
  case phoneNotAssigned = "{field}: no number of this country begins like this. Please check it."
  case trunkPrefixMissing =
    "{field}: numbers of this country are dialled with {prefix} in front. Please check it."

  static let context = "alta/problem"
}
