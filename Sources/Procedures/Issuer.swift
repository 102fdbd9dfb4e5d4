package import PlainValues
package import RecordStorage

/// Who issues the invoices, as `set-up-issuer` has stored it.
package struct Issuer: Sendable {
  private let settings: [String: String]

  /// What a setting is about: the keys of the fields of `set-up-issuer`.
  package enum Part: String, CaseIterable, Sendable {
    /// What it is called.
    case name
    /// Street and number.
    case address1
    /// The postal code.
    case postalCode
    /// The town.
    case city
    /// The country, by its code.
    case country
    /// The number with the tax office.
    case taxNumber
    /// The VAT identification number.
    case vatId
    /// Where to write to.
    case email
    /// Where to call.
    case phone
    /// Where to look.
    case website
    /// The bank of the account.
    case bank
    /// The account.
    case iban
    /// The code of the bank.
    case bic
    /// How many days there are to pay.
    case paymentDays
  }

  /// Reads the settings; `nil` where nobody has entered a name.
  package init?(in store: Store) throws(StoreError) {
    var settings: [String: String] = [:]
    for part in Part.allCases { settings[part.rawValue] = try store.setting(Setting.issuer(part)) }
    guard settings[Part.name.rawValue] != nil else { return nil }
    self.settings = settings
  }

  /// What was entered; `nil` where that was nothing.
  package subscript(_ part: Part) -> String? { settings[part.rawValue] }

  /// The lines of the address, below the name.
  package var address: [String] {
    let town = [self[.postalCode], self[.city]].compactMap { $0 }.joined(separator: " ")
    return [self[.address1], town].compactMap { $0 }.filter { !$0.isEmpty }
  }

  /// The last day to pay an invoice of a day; `nil` where no time was entered.
  package func dueDay(of day: CivilDate) -> CivilDate? {
    self[.paymentDays].flatMap { Int($0) }.map { CivilDate(dayNumber: day.dayNumber + $0) }
  }
}
