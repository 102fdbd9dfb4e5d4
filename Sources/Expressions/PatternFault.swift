/// Why a text is not a pattern.
package struct PatternFault: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Reason: Hashable, Sendable {
    /// The pattern is longer than ``Limits/patternBytes``.
    case tooLong(bytes: Int)
    /// The pattern is larger than ``Limits/compiledPatternBytes`` once its repetitions are written out.
    case tooLarge
    /// A construct that RE2 does not have, such as a look-ahead or a back reference, as written.
    case unsupported(String)
    /// PCRE2 refuses the pattern; its error number and English message.
    case malformed(code: Int, message: String)
  }

  /// What is wrong.
  package let reason: Reason
  /// The UTF-8 bytes of the pattern before the place.
  package let offset: Int
}
