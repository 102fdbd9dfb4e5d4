/// What kind of entity the first letter of a Spanish entity's NIF stands for.
///
/// The control character does not cover this letter, so a wrong one passes: show the type beside the
/// value and compare it with the company type that was chosen, as a warning.
///
/// - SeeAlso: Orden EHA/451/2008, artículo 3.
package enum SpanishEntityType: String, Hashable, Sendable, CaseIterable {
  /// A: sociedad anónima.
  case publicLimitedCompany = "A"
  /// B: sociedad de responsabilidad limitada.
  case limitedCompany = "B"
  /// C: sociedad colectiva.
  case generalPartnership = "C"
  /// D: sociedad comanditaria.
  case limitedPartnership = "D"
  /// E: comunidad de bienes, herencia yacente and other entities without legal personality.
  case jointOwnership = "E"
  /// F: sociedad cooperativa.
  case cooperative = "F"
  /// G: asociación.
  case association = "G"
  /// H: comunidad de propietarios en régimen de propiedad horizontal.
  case ownersCommunity = "H"
  /// J: sociedad civil.
  case civilPartnership = "J"
  /// N: entidad extranjera.
  case foreignEntity = "N"
  /// P: corporación local.
  case localAuthority = "P"
  /// Q: organismo público.
  case publicBody = "Q"
  /// R: congregación o institución religiosa.
  case religiousInstitution = "R"
  /// S: órgano de la Administración del Estado o de las Comunidades Autónomas.
  case stateAdministration = "S"
  /// U: unión temporal de empresas.
  case temporaryJointVenture = "U"
  /// V: otro tipo no definido en el resto de claves.
  case other = "V"
  /// W: establecimiento permanente de entidad no residente en territorio español.
  case permanentEstablishment = "W"

  /// The type that a NIF's first letter stands for; `nil` for a person's NIF or no letter of a NIF.
  ///
  /// - Parameter nif: A canonical NIF, with or without `ES`, or its first letter alone.
  package init?(ofNIF nif: String) {
    let bytes = nif.utf8
    let body = bytes.starts(with: "ES".utf8) ? bytes.dropFirst(2) : bytes[...]
    guard let letter = body.first else { return nil }
    self.init(letter: letter)
  }

  init?(letter: UInt8) {
    self.init(rawValue: [letter].spelled)
  }
}
