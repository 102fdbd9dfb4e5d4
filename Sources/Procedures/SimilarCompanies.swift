import PlainValues
package import RecordStorage
import WizardEngine

/// A stored company that the one being registered may be.
package struct SimilarCompany: Sendable {
  /// The company.
  package let company: Record
  /// Whether it is a customer already, so that nothing can be registered from it.
  package let isCustomer: Bool
  /// The key of the field in which they are alike: `identifier` or `name`.
  package let key: String
}

extension Procedure {
  /// The stored companies that have the identifier, or a name like the one given.
  ///
  /// Names are alike when they are the same without case, diacritics, punctuation and the company's legal
  /// form, or differ by a slip or two.
  ///
  /// - Parameters:
  ///   - registration: The answers so far.
  ///   - store: The store.
  /// - Returns: At most five, those with the identifier first, then those most alike.
  /// - Throws: `StoreError`.
  /// - Complexity: Reads at most 600 companies by their names' beginnings, which are indexed.
  package func similarCompanies(
    to registration: Registration,
    in store: Store
  ) throws(StoreError) -> [SimilarCompany] {
    guard self == .registerCustomer, registration["mode"] != "existing" else { return [] }
    var found: [(record: Record, key: String)] = []
    if let identifier = registration["identifier"],
      let company = try store.company(identifier: identifier)
    {
      found.append((company, "identifier"))
    }
    if let name = registration["name"] {
      for company in try Procedure.companies(called: name, in: store)
      where !found.contains(where: { $0.record.key == company.key }) {
        found.append((company, "name"))
      }
    }
    var similar: [SimilarCompany] = []
    for (company, key) in found.prefix(5) {
      let isCustomer = try store.record(of: .customers, key: company.key) != nil
      similar.append(SimilarCompany(company: company, isCustomer: isCustomer, key: key))
    }
    return similar
  }

  /// The answers that register a customer from a stored company.
  package func answers(registeringFrom company: Record) -> [SpelledAnswer] {
    [SpelledAnswer("mode", "existing"), SpelledAnswer("company", company.name)]
  }

  private static func companies(
    called name: String,
    in store: Store
  ) throws(StoreError) -> [Record] {
    let core = NameCore(name)
    guard let first = core.words.first else { return [] }
    // From the whole name to its first letters: what is like it most is found first, however many
    // companies begin alike.
    let beginnings =
      [name] + core.words.indices.reversed().map { core.words[...$0].joined(separator: " ") }
    var seen: Set<SQLValue> = []
    var found: [(company: Record, slips: Int)] = []
    for beginning in beginnings.prefix(4) + [first, String(first.prefix(4))] {
      for company in try store.companies(beginningWith: beginning, limit: 100)
      where seen.insert(company.key).inserted {
        guard let slips = core.slips(to: NameCore(company["name"].text ?? "")) else { continue }
        found.append((company, slips))
      }
    }
    return found.enumerated().sorted {
      ($0.element.slips, $0.offset) < ($1.element.slips, $1.offset)
    }
    .map(\.element.company)
  }
}

/// What is left of a company's name when case, diacritics, punctuation and its legal form are gone.
private struct NameCore {
  let words: [String]

  /// Legal forms and their parts, as search keys without points.
  private static let legalForms: Set<String> = [
    "gmbh", "mbh", "ag", "kg", "ohg", "ug", "se", "eg", "ek", "gbr", "co", "cia", "sl", "slu",
    "slp", "sa", "sau", "sc", "scp", "sll", "sal", "coop", "ltd", "llc", "inc", "sarl", "srl", "bv",
  ]

  init(_ name: String) {
    // Points and quotes belong to a word (S.L.), everything else that is no letter ends it.
    let plain = name.nfc.searchKey.filter { $0 != "." && $0 != "'" && $0 != "’" }
    let all = plain.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let rest = all.filter { !NameCore.legalForms.contains($0) }
    words = rest.isEmpty ? all : rest
  }

  /// How many slips there are between two names that are alike; `nil` where they are not.
  func slips(to other: NameCore) -> Int? {
    let (left, right) = (words.joined(separator: " "), other.words.joined(separator: " "))
    if left == right { return 0 }
    // In a short name every letter counts.
    let longest = 64
    guard min(left.count, right.count) >= 6, max(left.count, right.count) <= longest else {
      return nil
    }
    let count = PlainValues.slips(
      between: Array(left.unicodeScalars),
      and: Array(right.unicodeScalars)
    )
    return count <= left.count / 8 + 1 ? count : nil
  }
}
