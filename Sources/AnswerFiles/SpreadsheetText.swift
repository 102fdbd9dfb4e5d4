/// The guard against texts that a spreadsheet would compute.
///
/// An apostrophe is put in front, and also in front of a text that has such an apostrophe already, so that
/// removing one gives back every text.
///
/// - SeeAlso: OWASP, "CSV Injection"; OWASP ASVS 5.0, 1.2.10.
enum SpreadsheetText {
  static func guarded(_ text: String) -> String {
    isComputed(text) ? "'" + text : text
  }

  static func unguarded(_ text: String) -> String {
    text.hasPrefix("'") && isComputed(text) ? String(text.dropFirst()) : text
  }

  /// Whether the text begins with `=`, `+`, `-`, `@`, a tab or a CR, apostrophes in front of it or not.
  private static func isComputed(_ text: String) -> Bool {
    switch text.utf8.first(where: { $0 != UInt8(ascii: "'") }) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }
}
