/// The court that keeps a German register, on its own.
///
/// - SeeAlso: HRV § 1 (register courts).
package enum GermanCourtKind {
  /// Reads the name of a register court; "Amtsgericht" and "AG" before it go.
  package static func read(_ text: String) -> Result<KindReading, KindFailure> {
    Result { () throws(KindFailure) in
      let words = try GermanRegisterKind.words(text)
      let court = try GermanRegisterCourts.court(called: words, for: .deCourt)
      return KindReading(canonical: court)
    }
  }
}
