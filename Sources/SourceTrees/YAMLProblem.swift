import PlainValues

/// What is wrong with a text that is not YAML, as far as a person can act on it.
package enum YAMLProblem: Equatable, Sendable, CaseIterable {
  /// A character that YAML does not allow, such as a control character.
  case forbiddenCharacter
  /// A tab stands where only spaces indent.
  case tabIndentation
  /// A colon stands where no value can begin, as in `a: b: c`.
  case unexpectedColon
  /// A key without its colon.
  case missingColon
  /// A quote is not closed; the place is that of the opening one.
  case unclosedQuote
  /// A `[` or `{` is not closed, or its elements are not divided by commas; the place is the opening.
  case unclosedBracket
  /// A line is indented like neither its neighbours nor their parents.
  case badIndentation
  /// A backslash in double quotes begins no escape.
  case badEscape
  /// A text without quotes begins with a character that means something, such as `@` or `%`.
  case reservedCharacter
  /// The header of a block after `|` or `>` is wrong.
  case badBlockHeader
  /// An anchor or an alias without a proper name.
  case badAnchor
  /// A tag that is not spelled as one.
  case badTag
  /// A line that begins with `%` is no directive that is known.
  case badDirective
  /// Something follows the end of the document: less indented, or behind its closing bracket.
  case trailingText
  /// Something else, for which only the wording of libyaml is known.
  case other

  /// Sorts a failure of libyaml 0.2, which tells them apart by wording only.
  ///
  /// - Parameters:
  ///   - problem: What libyaml found.
  ///   - context: What it was reading, for example `while scanning a quoted scalar`.
  ///   - character: The byte at which it was found; `nil` at the end of the text.
  init(problem: String, context: String, character: UInt8?) {
    func finds(_ words: String...) -> Bool { words.contains { problem.mentions($0) } }
    func reads(_ words: String...) -> Bool { words.contains { context.mentions($0) } }
    self =
      if finds("tab character") || (finds("cannot start any token") && character == 0x09) {
        .tabIndentation
      } else if reads("quoted scalar") && finds("end of stream", "document indicator") {
        .unclosedQuote
      } else if finds("escape character", "hexdecimal", "Unicode character escape") {
        .badEscape
      } else if finds("UTF-8", "UTF-16", "control characters", "Unicode character", "surrogate") {
        .forbiddenCharacter
      } else if finds("mapping values are not allowed", "unexpected ':'") {
        .unexpectedColon
      } else if finds("could not find expected ':'") {
        .missingColon
      } else if finds("',' or ']'", "',' or '}'") || reads("flow sequence", "flow mapping") {
        .unclosedBracket
      } else if reads("block scalar") {
        .badBlockHeader
      } else if reads("anchor", "alias") {
        .badAnchor
      } else if reads("directive") || finds("directive", "incompatible YAML") {
        .badDirective
      } else if reads("tag") || finds("tag handle") {
        .badTag
      } else if finds("cannot start any token") {
        .reservedCharacter
      } else if finds("<document start>") {
        .trailingText
      } else if reads("block mapping", "block collection") || finds("not allowed in this context") {
        .badIndentation
      } else {
        .other
      }
  }
}
