import PlainValues

/// The court that keeps a German register, on its own.
///
/// - SeeAlso: HRV § 1 (register courts).
package enum GermanCourtKind {
  /// Reads the name of a register court; "Amtsgericht" and "AG" before it go.
  package static func read(_ text: String) -> Result<KindReading, KindFailure> {
    // A whole entry is read, because only that tells a court from a place that has none.
    GermanRegisterKind.read(court: text, type: "HRB", number: "1").map { reading in
      KindReading(canonical: String(reading.canonical.dropLast(" HRB 1".count)))
    }
  }
}
