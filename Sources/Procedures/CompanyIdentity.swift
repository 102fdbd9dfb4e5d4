import FieldKinds
import RecordStorage
import WizardEngine

extension Registration {
  /// What the store has to say about a company's identifier and name.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - key: The company that is being edited; `nil` for a new one.
  /// - Returns: Findings about the identifier, then about the name.
  /// - Throws: `StoreError`.
  func identityFindings(
    in store: Store,
    except key: SQLValue?
  ) throws(StoreError) -> [Finding] {
    var findings: [Finding] = []
    if let identifier = self["identifier"],
      let company = try store.company(identifier: identifier), company.key != key
    {
      findings.append(
        Finding(
          .identifierTaken(
            identifier: company["identifier"].text ?? identifier,
            name: company["name"].text ?? "",
            isCustomer: try store.record(of: .customers, key: company.key) != nil
          ),
          at: "identifier"
        )
      )
    }
    if let letter = differingEntityLetter {
      findings.append(Finding(.entityTypeDiffers(letter: letter), at: "identifier"))
    }
    if let name = self["name"] {
      let count = try store.countCompanies(named: name, except: key)
      if count > 0 { findings.append(Finding(.sameName(count: count), at: "name")) }
    }
    return findings
  }

  /// The first letter of a Spanish entity's NIF where it names another type than the chosen one.
  ///
  /// - SeeAlso: Orden EHA/451/2008, artículo 2 (A: sociedades anónimas, B: de responsabilidad
  ///   limitada).
  private var differingEntityLetter: String? {
    guard let type = self["companyType"], let identifier = value(of: "identifier"),
      identifier.sort == .esCIF, let letter = identifier.text.first
    else { return nil }
    switch type {
    case "sl": return letter == "B" ? nil : String(letter)
    case "sa": return letter == "A" ? nil : String(letter)
    default: return nil
    }
  }
}
