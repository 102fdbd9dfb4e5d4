import PlainValues

/// How alike a text is to others.
///
/// Two texts are alike if at least six of ten letters need not change, as in GNU gettext.
struct Likeness {
  /// The longest text that is compared, in scalars; longer ones are like nothing.
  private static let longest = 400

  private let scalars: [Unicode.Scalar]
  private let counts: [Int]

  init(_ text: String) {
    scalars = Array(text.asciiLower.unicodeScalars)
    counts = Likeness.counts(of: scalars)
  }

  func isLike(_ other: String) -> Bool { slips(to: other) != nil }

  /// How many letters would have to change; `nil` for a text that is not alike.
  ///
  /// - Complexity: O(*n*) for most texts, which have other letters; O(*n*²) for the rest.
  func slips(to other: String) -> Int? {
    let others = Array(other.asciiLower.unicodeScalars)
    guard !scalars.isEmpty, !others.isEmpty, scalars.count <= Likeness.longest,
      others.count <= Likeness.longest
    else { return nil }
    let allowed = max(scalars.count, others.count) * 4 / 10
    // A slip changes the counts of at most two kinds of letters.
    let difference = zip(counts, Likeness.counts(of: others)).reduce(0) { $0 + abs($1.0 - $1.1) }
    guard difference / 2 <= allowed else { return nil }
    let slips = PlainValues.slips(between: scalars, and: others)
    return slips <= allowed ? slips : nil
  }

  private static func counts(of scalars: [Unicode.Scalar]) -> [Int] {
    var counts = [Int](repeating: 0, count: 64)
    for scalar in scalars { counts[Int(scalar.value & 63)] += 1 }
    return counts
  }
}

extension String {
  /// The text as it is without what a minor change touches: letters and digits in lower case.
  var withoutMinor: String {
    String(
      String.UnicodeScalarView(
        lowercased().unicodeScalars.filter { scalar in
          scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "{"
            || scalar == "}" || scalar == "_"
        }
      )
    )
  }
}
