import PlainValues

/// The extension at the end of a typed telephone number.
enum PhoneExtension {
  /// What people write before an extension, in lower case.
  private static let markers: Set<String> = [
    "x", "ext", "extn", "extension", "extensión", "dw", "durchwahl", "nst", "nebenstelle",
  ]

  /// Splits a clean text into the number and the digits of its extension.
  ///
  /// - Returns: The text as it is and `nil` where no marker and digits end it.
  /// - Complexity: O(*n*).
  static func split(_ clean: String) -> (number: String, extension: String?) {
    let scalars = clean.unicodeScalars
    let digits = run(in: scalars[...], where: \.isASCIIDigit)
    let filler = run(in: scalars[..<digits.startIndex]) {
      $0 == " " || $0 == "." || $0 == ":" || $0 == "="
    }
    let marker = run(in: scalars[..<filler.startIndex]) {
      $0.isASCIILetter || $0 == "ó" || $0 == "Ó" || $0 == "\u{301}"
    }
    guard !digits.isEmpty, marker.count <= 12,
      markers.contains(String(marker).nfc.lowercased())
    else { return (clean, nil) }
    let joint = run(in: scalars[..<marker.startIndex]) { $0 == " " || $0 == "," || $0 == ";" }
    return (String(scalars[..<joint.startIndex]), String(digits))
  }

  /// The scalars at the end of a text that all hold.
  private static func run(
    in text: Substring.UnicodeScalarView,
    where holds: (Unicode.Scalar) -> Bool
  ) -> Substring.UnicodeScalarView {
    let last = text.lastIndex { !holds($0) }
    return text[(last.map { text.index(after: $0) } ?? text.startIndex)...]
  }
}
