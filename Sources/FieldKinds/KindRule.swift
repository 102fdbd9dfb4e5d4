/// A rule that only one kind has and that no general failure names.
package enum KindRule: Hashable, Sendable {
  // MARK: Numbers and dates

  /// A whole number beyond the 64 bits that alta stores.
  case integerOutOfRange
  /// A decimal number with an exponent, such as `1e5`.
  case exponentNotation
  /// A decimal number with more digits than are kept.
  case tooManyDigits(limit: Int, found: Int)
  /// A decimal number with more places after the point than the field has.
  case tooManyDecimals(limit: Int, found: Int)
  /// A number that could mean either of these two, both in plain spelling.
  case ambiguousNumber(grouped: String, decimal: String)
  /// A date that is well written and that the calendar does not have.
  case noSuchDay
  /// A date whose year has two digits, so that its century is a guess.
  case twoDigitYear

  // MARK: E-mail

  /// A display name, brackets or `mailto:` around an address that holds by itself.
  case textAroundEmail(address: String)
  /// An e-mail address without `@`, or with several.
  case atSigns(found: Int)
  /// A local part in quotation marks.
  case quotedLocalPart
  /// Nothing stands before the `@`.
  case localPartMissing
  /// A dot at an end of the local part, or two in a row.
  case localPartDots
  /// A local part of too many octets of UTF-8.
  case localPartTooLong(limit: Int, found: Int)
  /// An address of too many octets.
  case emailTooLong(limit: Int, found: Int)

  // MARK: Domains, of e-mail and web addresses

  /// An IP address in the place of a domain.
  case addressLiteral
  /// No domain is given.
  case domainMissing
  /// A domain of a single label.
  case domainWithoutDot
  /// A dot at an end of the domain, or two in a row.
  case domainDots
  /// A label of the domain that begins or ends with a hyphen, or has two as third and fourth character.
  case domainHyphens(label: String)
  /// A label of the domain of too many octets, counted in its ASCII form.
  case domainLabelTooLong(limit: Int, found: Int)
  /// A domain of too many octets, counted in its ASCII form.
  case domainTooLong(limit: Int, found: Int)
  /// A domain with characters that no domain may be registered with.
  case domainNotRegistrable

  // MARK: Telephone

  /// Letters in a telephone number; `suggestion` is the number found among them, in E.164.
  case lettersInPhone(suggestion: String?)
  /// A national number where no country is known.
  case needsCountryCode
  /// An extension of too many digits.
  case extensionTooLong(limit: Int, found: Int)

  // MARK: Web addresses

  /// A scheme other than `http` and `https`, in lower case.
  case schemeRefused(scheme: String)
  /// A user name or password before the host.
  case userInfoRefused
  /// A port that is not a number from 1 to 65535.
  case portRange
  /// A `%` that two hexadecimal digits do not follow, at a position from 1.
  case percentEncoding(position: Int)
  /// A web address of too many octets.
  case webAddressTooLong(limit: Int, found: Int)

  // MARK: Identifiers

  /// The number lacks its leading zero; the suggestion is the whole number with it, to be confirmed.
  case missingLeadingZero(suggestion: String)
  /// A Greek VAT number written with `GR`; the suggestion is the number with its prefix `EL`.
  case greekPrefix(suggestion: String)
}

/// Something worth saying about a value that holds.
package enum KindWarning: Hashable, Sendable {
  /// Some mail systems cannot deliver to a local part with characters beyond ASCII.
  case internationalLocalPart
  /// The telephone number is possible, but the country's plan gives out none that begin like this.
  case phoneNotAssigned
  /// The country's national numbers begin with this prefix, and the typed one did not.
  case trunkPrefixMissing(prefix: String)
  /// The first four characters of a BIC hold a digit, which ISO 9362 allows and SWIFT does not assign.
  case bicPrefixWithDigits
}
