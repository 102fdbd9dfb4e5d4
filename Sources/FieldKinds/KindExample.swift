import PlainValues

extension KindName {
  /// A text that reads as a value of the kind, made up.
  ///
  /// Examples of the same kind with different numbers are different, as far as the kind has so many; so
  /// records that are registered with them do not count as doubled.
  ///
  /// - Parameters:
  ///   - number: Any number; only its last four digits count.
  ///   - parameters: What some kinds need to know beside the text.
  /// - Returns: `nil` where nothing can be made up: for options, and for references to records.
  package func example(
    _ number: Int,
    parameters: KindParameters = KindParameters()
  ) -> String? {
    let serial = Int(number.magnitude % 10_000)
    // Some serial numbers have no check digit, so the next one is tried, where no other number gets to.
    for attempt in 0..<20 {
      let texts = candidates(serial + attempt * 10_000, parameters)
      if let text = texts.first(where: { reads($0, parameters) }) { return text }
    }
    return nil
  }

  private func reads(_ text: String, _ parameters: KindParameters) -> Bool {
    guard
      case .success(let reading) = FieldKinds.read(text, as: self, parameters: parameters)
    else { return false }
    return reading.warnings.isEmpty
  }

  /// Texts that differ in their check digits, of which one reads.
  private func candidates(_ serial: Int, _ parameters: KindParameters) -> [String] {
    func digits(_ count: Int) -> String { serial.digits(count) }
    func checked(_ stem: String) -> [String] { (0...9).map { "\(stem)\($0)" } }
    func checkedBy97(_ stem: String) -> [String] { (2...98).map { stem + $0.digits(2) } }
    switch self {
    case .text, .memo, .choice, .choices, .record, .deTaxID: return []
    case .integer: return ["\(serial)"]
    case .decimal: return ["\(serial).5"]
    case .date: return ["2026-01-01"]
    case .boolean: return ["true"]
    case .email: return ["person\(serial)@example.org"]
    case .phone: return ["+49 30 1\(digits(7))"]
    case .url: return ["https://www.example.org/\(serial)"]
    case .country: return ["DE", "ES"]
    case .language: return ["de"]
    case .postalCode:
      guard let country = parameters.country else { return [digits(5)] }
      return PostalPattern.all[country]?.map(\.example) ?? [digits(5)]
    case .esNIF, .esCIF: return checked("B8" + digits(6))
    case .esDNI: return Self.letters.map { "1" + digits(7) + $0 }
    case .esNIE: return Self.letters.map { "X" + digits(7) + $0 }
    case .esPersonalNIF: return Self.letters.map { "K" + digits(7) + $0 }
    case .esVAT: return checked("ESB8" + digits(6))
    case .deVAT: return checked("DE1" + digits(7))
    case .deEconomicID: return checked("DE1" + digits(7)).map { "\($0)-00001" }
    case .deTaxNumber:
      return GermanTaxState.all
        .filter { [nil, $0.code, "DE-\($0.code)"].contains(parameters.state?.uppercased()) }
        .flatMap { state in
          let key = state.key.spelled + (state.officeCount == 2 ? "25" : "225")
          return checked(key + "0" + (1_500_000 + serial).digits(7))
        }
    case .deRegister: return ["Berlin (Charlottenburg) HRB \(1 + serial)"]
    case .deCourt: return ["Charlottenburg"]
    case .euVAT:
      return checked("DE1" + digits(7)) + checked("ESB8" + digits(6)) + checked("ATU1" + digits(6))
        + checked("PL" + digits(9)) + checked("DK1" + digits(6)) + checked("SI1" + digits(6))
    case .atUID: return checked("ATU1" + digits(6))
    case .chUID: return checked("CHE1" + digits(7))
    case .iban: return (2...98).map { "DE" + $0.digits(2) + "10010010" + digits(10) }
    case .bic: return ["PBNKDEFF"]
    case .lei: return checkedBy97("529900ALTA" + digits(8))
    case .gln: return checked("40" + digits(10))
    case .leitwegID: return checkedBy97("04011000-\(digits(10))-")
    }
  }

  private static let letters = "ABCDEFGHJKLMNPQRSTVWXYZ".map(String.init)
}

extension Int {
  /// The number with noughts before it.
  fileprivate func digits(_ count: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, count - digits.utf8.count)) + digits
  }
}
