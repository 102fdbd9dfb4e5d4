import PlainValues

/// A whole number of 64 bits.
package enum IntegerKind {
  /// Reads digits with an optional sign; leading zeros are dropped and separators refused.
  ///
  /// Spellings of a language, such as `1.234`, are translated by ``LocalForms`` before.
  package static func read(_ text: String) -> Result<KindReading, KindFailure> {
    Result { () throws(KindFailure) in
      let clean = try Scrub.clean(text)
      try Scrub.require(clean, in: .digits) { $0.isASCIIDigit || $0 == "-" || $0 == "+" }
      let isSigned = clean.utf8.first == 0x2D || clean.utf8.first == 0x2B
      let digits = clean.utf8.dropFirst(isSigned ? 1 : 0)
      guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit) else { throw .structure(.integer) }
      guard let value = Int64(clean) else { throw .rule(.integerOutOfRange) }
      return KindReading(canonical: String(value))
    }
  }
}
