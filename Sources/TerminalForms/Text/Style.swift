/// How a run of text stands out; never the only carrier of a meaning.
package enum Style: UInt8, CaseIterable, Hashable, Sendable {
  /// Like the text around it.
  case plain = 0
  /// Headings and what the person gave.
  case bold = 1
  /// Hints and what is less important.
  case dim = 2
  /// What stands for something to fill in.
  case underline = 4
  /// Problems.
  case red = 31
  /// What is done.
  case green = 32
  /// Warnings.
  case yellow = 33
  /// What can be chosen or typed.
  case cyan = 36

  /// Begins the style on a terminal; the raw value is the parameter of Select Graphic Rendition.
  ///
  /// - SeeAlso: ECMA-48, 8.3.117 (SGR).
  var start: String { "\u{1B}[\(rawValue)m" }

  /// Ends any style.
  static let end = "\u{1B}[0m"
}
