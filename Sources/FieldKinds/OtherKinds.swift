/// The kind that a text is valid as, other than the one it was read as; `nil` where there is none.
///
/// Only kinds that can hardly be met by chance are looked for: those with a prefix, with two check
/// digits, or expected where the other is often typed instead. Runs after a failure only.
///
/// - Complexity: O(1): a text of more than 64 bytes is none of them.
func otherKind(of text: String, than expected: KindName) -> KindName? {
  guard text.utf8.count <= 64 else { return nil }
  let isSpanish = [.esNIF, .esVAT].contains(expected)
  let isGerman = [.deVAT, .deTaxNumber, .deRegister].contains(expected)
  if let sort = (try? GermanVATKind.parse(text))?.sort, sort != expected {
    // Nine digits without a prefix are too little to tell, except beside the other German number.
    let hasPrefix = text.utf8.contains { $0 | 0x20 == 0x64 }
    if sort == .deEconomicID || expected == .deTaxNumber || hasPrefix && expected != .euVAT {
      return sort
    }
  }
  if expected != .euVAT, let sort = (try? EUVATKind.parse(text, country: nil))?.sort,
    sort != expected, !(isSpanish && sort == .esVAT)
  {
    return sort
  }
  if !isSpanish, expected != .euVAT, let reading = try? SpanishNIFKind.parse(text) {
    return reading.sort
  }
  if expected != .iban, (try? IBANKind.parse(text)) != nil { return .iban }
  if expected != .lei, (try? LEIKind.parse(text)) != nil { return .lei }
  if expected != .leitwegID, (try? LeitwegIDKind.parse(text)) != nil { return .leitwegID }
  if GermanTaxID.isWritten(as: text) { return .deTaxID }
  if isGerman || expected == .gln, expected != .deTaxNumber, isGermanTaxNumber(text) {
    return .deTaxNumber
  }
  if expected != .chUID, text.utf8.contains(where: { $0 | 0x20 == 0x63 }),
    (try? SwissUIDKind.parse(text)) != nil
  {
    return .chUID
  }
  if expected == .iban, (try? BICKind.parse(text)) != nil { return .bic }
  if expected != .gln, !isGerman, (try? GLNKind.parse(text)) != nil { return .gln }
  return nil
}

/// Whether a text is a tax number of one of the states that its form allows.
private func isGermanTaxNumber(_ text: String) -> Bool {
  do {
    _ = try GermanTaxNumberKind.parse(text, state: nil)
    return true
  } catch .state(_, let possible) {
    return possible.contains { (try? GermanTaxNumberKind.parse(text, state: $0)) != nil }
  } catch {
    return false
  }
}
