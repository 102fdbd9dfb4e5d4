import PlainValues

/// A text of one line.
///
/// How long it may be is the field's matter, counted in characters by the engine.
package enum TextKind {
  /// Reads a text of one line; control characters, line breaks included, are refused.
  package static func read(_ text: String) -> Result<KindReading, KindFailure> {
    Result { () throws(KindFailure) in KindReading(canonical: try Scrub.safe(text).nfc) }
  }
}
