import CPCRE2

/// A regular expression in the syntax of RE2, matched in bounded time.
///
/// PCRE2's interpreter does the work with limits on the points visited and the memory taken, and
/// without its just-in-time compiler, whose limits count other things. An unanchored pattern is run
/// as one search from the start of the text, not once for each place in it, so that the limit holds
/// for the whole text: a match either ends within ``Limits/matchPoints`` or is ``MatchError/limit``.
/// `\d`, `\w`, `\s` and `\b` are ASCII as in RE2, `\p{…}` is Unicode, `$` is the end of the text.
///
/// - SeeAlso: pcre2api(3), "The match context" and "Memory used by pattern matching".
package struct Pattern: Sendable {
  /// Why a match has no answer.
  package enum MatchError: Error, Hashable, Sendable {
    /// The match met one of its limits; whether the text matches is not known.
    case limit
  }

  /// The pattern as it was written.
  package let text: String
  private let search: CompiledPattern
  private let whole: CompiledPattern

  /// Reads a pattern.
  ///
  /// - Throws: ``PatternFault`` with the place in the pattern.
  package init(_ text: String) throws(PatternFault) {
    let bytes = Array(text.utf8)
    guard bytes.count <= Limits.patternBytes else {
      throw PatternFault(reason: .tooLong(bytes: bytes.count), offset: Limits.patternBytes)
    }
    try PatternScan.check(bytes)
    let plain = try CompiledPattern(bytes, offset: 0)
    let anywhere = Array("(?s:.*?)(?:".utf8)
    self.text = text
    // A pattern may end in the middle of a `\Q`, which would swallow the parenthesis.
    let closing = Array("\\E)".utf8)
    search =
      plain.isAnchored
      ? plain : try CompiledPattern(anywhere + bytes + closing, offset: anywhere.count)
    let group = Array("(?:".utf8)
    whole = try CompiledPattern(group + bytes + closing + Array("\\z".utf8), offset: group.count)
  }

  /// Whether some part of a text matches.
  ///
  /// - Throws: ``MatchError/limit`` when that is not known within the limits.
  package func matches(in text: String) throws(MatchError) -> Bool {
    try search.matches(text)
  }

  /// Whether a text matches from its start to its end.
  ///
  /// - Throws: ``MatchError/limit`` when that is not known within the limits.
  package func matches(whole text: String) throws(MatchError) -> Bool {
    try whole.matches(text)
  }
}

/// The owner of one compiled pattern of PCRE2, which is never changed after it is made.
@safe
private final class CompiledPattern: @unchecked Sendable {
  private let code: OpaquePointer
  /// Whether a match can begin only at the start of the text.
  let isAnchored: Bool

  /// Compiles a pattern whose own text begins after so many bytes.
  init(_ bytes: [UInt8], offset: Int) throws(PatternFault) {
    let settings = unsafe pcre2_compile_context_create_8(nil)
    defer { unsafe pcre2_compile_context_free_8(settings) }
    guard let settings = unsafe settings else { throw PatternFault(reason: .tooLarge, offset: 0) }
    unsafe pcre2_set_newline_8(settings, UInt32(PCRE2_NEWLINE_LF))
    unsafe pcre2_set_parens_nest_limit_8(settings, 100)
    var problem: Int32 = 0
    var place = 0
    // Without possessification every repetition gives back its items one by one, and each is counted.
    // Without capturing a frame, which each counted point copies, stays small.
    let options =
      PCRE2_UTF | PCRE2_NO_UTF_CHECK | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C
      | PCRE2_NO_AUTO_POSSESS | PCRE2_NO_AUTO_CAPTURE
    let code = unsafe pcre2_compile_8(bytes, bytes.count, options, &problem, &place, settings)
    guard let code = unsafe code else {
      throw CompiledPattern.fault(problem, at: max(0, place - offset))
    }
    var size = 0
    var flags: UInt32 = 0
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_SIZE), &size)
    unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_ALLOPTIONS), &flags)
    guard size <= Limits.compiledPatternBytes else {
      unsafe pcre2_code_free_8(code)
      throw PatternFault(reason: .tooLarge, offset: 0)
    }
    unsafe self.code = code
    isAnchored = flags & PCRE2_ANCHORED != 0
  }

  deinit {
    unsafe pcre2_code_free_8(code)
  }

  /// Whether the text matches from its start on.
  func matches(_ text: String) throws(Pattern.MatchError) -> Bool {
    let points = Limits.matchPoints(forBytes: text.utf8.count)
    var text = text
    let count = text.withUTF8 { bytes in
      unsafe alta_pcre2_match(
        code,
        bytes.baseAddress,
        bytes.count,
        points,
        UInt32(Limits.matchKibibytes)
      )
    }
    if count >= 0 { return true }
    guard count == PCRE2_ERROR_NOMATCH else { throw .limit }
    return false
  }

  /// The codes that say that a pattern is too large or nests too deeply, as pcre2.h names them.
  private static let sizeProblems: Set<Int32> = [
    PCRE2_ERROR_PARENTHESES_NEST_TOO_DEEP, PCRE2_ERROR_PATTERN_TOO_LARGE,
    PCRE2_ERROR_PATTERN_TOO_COMPLICATED, PCRE2_ERROR_HEAP_FAILED,
    PCRE2_ERROR_PATTERN_STRING_TOO_LONG,
  ]

  private static func fault(_ problem: Int32, at offset: Int) -> PatternFault {
    if sizeProblems.contains(problem) { return PatternFault(reason: .tooLarge, offset: offset) }
    var message = [UInt8](repeating: 0, count: 256)
    let count = unsafe pcre2_get_error_message_8(problem, &message, message.count)
    return PatternFault(
      reason: .malformed(
        code: Int(problem),
        message: String(decoding: message.prefix(max(0, Int(count))), as: UTF8.self)
      ),
      offset: offset
    )
  }
}
