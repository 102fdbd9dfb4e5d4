/// A yes or a no.
package enum BooleanKind {
  /// Reads `true`, `yes`, `1`, `false`, `no`, `0`, in any case, as `true` or `false`.
  ///
  /// The words of a language are translated before.
  package static func read(_ text: String) -> Result<KindReading, KindFailure> {
    Result { () throws(KindFailure) in
      let clean = try Scrub.clean(text)
      guard clean.utf8.count <= 5 else { throw .structure(.boolean) }
      switch Scrub.lowerASCII(clean) {
      case "true", "yes", "1": return KindReading(canonical: "true")
      case "false", "no", "0": return KindReading(canonical: "false")
      default: throw .structure(.boolean)
      }
    }
  }
}
