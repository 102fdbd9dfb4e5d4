/// What is known of the telephone numbers behind one country calling code.
struct NumberingPlan: Hashable, Sendable {
  /// The country calling code, one to three digits.
  let callingCode: String
  /// What is dialled before a national number inside the country and dropped from abroad; may be empty.
  let trunkPrefix: String
  /// Whether national numbers are always written with the trunk prefix.
  let needsTrunkPrefix: Bool
  /// How many digits a national number may have, without calling code and trunk prefix; ascending.
  let lengths: [Int]
  /// The digits that a national number may begin with.
  let firstDigits: String
  /// How digits stand together, the first that fits a number.
  let groupings: [Grouping]
  /// The regions, by ISO 3166-1 alpha-2 code, the main one first; empty for services of all countries.
  let regions: [String]

  /// The plan that an international number starts with the calling code of.
  ///
  /// No calling code begins another, so the first that fits is the only one.
  static func starting(_ digits: some StringProtocol) -> NumberingPlan? {
    for length in 1...3 {
      if let plan = byCallingCode[String(digits.prefix(length))] { return plan }
    }
    return nil
  }

  /// The plan of a region, by its ISO 3166-1 alpha-2 code in upper case.
  static func of(region: String) -> NumberingPlan? {
    byRegion[region]
  }

  /// Whether national numbers begin with a zero that is not part of them from abroad.
  var dropsZero: Bool { trunkPrefix.hasPrefix("0") }

  /// Whether the plan gives out numbers that begin like this one.
  func gives(_ number: String) -> Bool {
    guard let first = number.first, firstDigits.contains(first) else { return false }
    // Area and exchange codes are NXX, N from 2 to 9.
    if callingCode == "1", let exchange = number.dropFirst(3).first {
      return exchange != "0" && exchange != "1"
    }
    return true
  }

  private static let byCallingCode: [String: NumberingPlan] = Dictionary(
    table.split(separator: "\n").compactMap { NumberingPlan(line: $0) }
      .map { ($0.callingCode, $0) },
    uniquingKeysWith: { first, _ in first }
  )

  private static let byRegion: [String: NumberingPlan] = Dictionary(
    byCallingCode.values.flatMap { plan in plan.regions.map { ($0, plan) } },
    uniquingKeysWith: { first, _ in first }
  )

  /// Reads a line of the table.
  private init?(line: Substring) {
    let columns = line.split(separator: "|", omittingEmptySubsequences: false)
    guard columns.count == 6 else { return nil }
    callingCode = String(columns[0])
    trunkPrefix = String(columns[1].prefix { $0 != "!" })
    needsTrunkPrefix = columns[1].hasSuffix("!")
    // A number has up to 15 digits, its calling code included; fewer than four in all are none.
    let limits = "\(4 - callingCode.utf8.count)-\(15 - callingCode.utf8.count)"
    lengths = (columns[2].isEmpty ? Substring(limits) : columns[2]).split(separator: ",")
      .flatMap { range in
        let bounds = range.split(separator: "-").compactMap { Int($0) }
        return Array((bounds.first ?? 0)...(bounds.last ?? 0))
      }
    firstDigits = columns[3].isEmpty ? "0123456789" : String(columns[3])
    groupings = columns[4].split(separator: ",").map { Grouping($0) }
    regions = columns[5].split(separator: " ").map(String.init)
  }
}

extension NumberingPlan {
  /// How the digits of some national numbers stand together.
  struct Grouping: Hashable, Sendable {
    /// What a number begins with to be grouped like this; empty for any number.
    let prefix: String
    /// How many digits each group has, from the left.
    let sizes: [Int]
    /// Whether what is left after these groups is one more.
    let hasRest: Bool

    /// Reads `PREFIX:SIZES+`, of which the prefix and the sign may be missing.
    fileprivate init(_ text: Substring) {
      let parts = text.split(separator: ":")
      prefix = parts.count == 2 ? String(parts[0]) : ""
      sizes = parts.last?.compactMap(\.wholeNumberValue) ?? []
      hasRest = text.hasSuffix("+")
    }

    /// Whether a national number is grouped like this.
    func fits(_ number: String) -> Bool {
      let digits = sizes.reduce(0, +)
      let count = number.utf8.count
      return number.hasPrefix(prefix) && (hasRest ? count > digits : count == digits)
    }
  }

  /// A national number with spaces between its groups.
  ///
  /// Where the plan says nothing of such numbers, groups have three digits and the last two to four.
  ///
  /// - SeeAlso: ITU-T E.123, 2.
  func spaced(_ number: String) -> String {
    let grouping = groupings.first { $0.fits(number) }
    let sizes = grouping?.sizes ?? Array(repeating: 3, count: max(0, (number.utf8.count - 2) / 3))
    var rest = Substring(number)
    var groups: [Substring] = []
    for size in sizes {
      groups.append(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    if !rest.isEmpty { groups.append(rest) }
    return groups.joined(separator: " ")
  }
}
