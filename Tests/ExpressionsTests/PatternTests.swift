import Testing

@testable import Expressions

@Suite("A pattern")
struct PatternTests {
  @Test(arguments: [
    ("abc", "xabcx", true, false),
    ("abc", "abc", true, true),
    ("a|ab", "ab", true, true),
    ("^abc$", "abc", true, true),
    ("b$", "ab\n", false, false),
    ("", "", true, true),
    ("", "a", true, false),
    ("x*", "", true, true),
    (#"\Qa+b"#, "a+b", true, true),
    (#"\Qa+b\E+"#, "a+bbb", true, true),
    (#"[\d\-]+"#, "12-3", true, true),
    ("[]a]+", "a]", true, true),
    ("[^]a]", "b", true, true),
    ("[[:alpha:]]{2,3}", "ab", true, true),
    ("(?i:ä)", "Ä", true, true),
    ("(?P<year>[0-9]{4})-(?<month>[0-9]{2})", "2026-12", true, true),
    (#"\p{Lu}\p{Ll}+"#, "Ñu", true, true),
    (#"\bword\b"#, "a word here", true, false),
    ("a.c", "a\nc", false, false),
    ("(?s)a.c", "a\nc", true, true),
    ("a+?b*?", "aab", true, true),
    (#"a\+\+"#, "a++", true, true),
    ("[+*]+", "+*", true, true),
    ("a{,2}", "a{,2}", true, true),
  ])
  func `matches in a text and a whole text`(
    pattern: String,
    text: String,
    isIn: Bool,
    isWhole: Bool
  ) throws {
    let pattern = try Pattern(pattern)
    #expect(try pattern.matches(in: text) == isIn)
    #expect(try pattern.matches(whole: text) == isWhole)
  }

  @Test(arguments: [
    (#"(a)\1"#, #"\1"#, 3), ("a(?=b)", "(?=", 1), ("(?!b)", "(?!", 0), ("(?<=b)c", "(?<=", 0),
    ("(?<!b)c", "(?<!", 0), ("(?>a+)", "(?>", 0), ("a++", "+", 2), ("a*+b", "+", 2),
    ("a?+", "+", 2), ("a{2}+", "+", 4), ("(?R)", "(?R", 0), ("(?1)", "(?1", 0), ("(?|a)", "(?|", 0),
    ("(?(1)a)", "(?(", 0), ("(?P=n)", "(?P", 0), ("(?P>n)", "(?P", 0), ("(?#c)", "(?#", 0),
    ("(?C1)", "(?C", 0), ("(*LIMIT_MATCH=9)a", "(*", 0), ("(*UCP)a", "(*", 0), (#"\Ka"#, #"\K"#, 0),
    (#"\Ga"#, #"\G"#, 0), (#"a\C"#, #"\C"#, 1), (#"\R"#, #"\R"#, 0), (#"\X"#, #"\X"#, 0),
    (#"\k<n>"#, #"\k"#, 0), (#"\g1"#, #"\g"#, 0), ("(?x)a", "(?x", 0), (#"[\K]"#, #"\K"#, 1),
  ])
  func `refuses what RE2 does not have`(pattern: String, written: String, offset: Int) {
    let fault = #expect(throws: PatternFault.self) { try Pattern(pattern) }
    #expect(fault == PatternFault(reason: .unsupported(written), offset: offset))
  }

  @Test(arguments: [
    ("a(b", 3), ("a)", 1), ("[a", 2), ("*a", 0), ("a**", 2), (#"a\"#, 2),
    (#"\p{Nope}"#, 8), ("(?i", 0),
  ])
  func `refuses what is malformed, with the place`(pattern: String, offset: Int) {
    let fault = #expect(throws: PatternFault.self) { try Pattern(pattern) }
    #expect(fault?.offset == offset, "\(pattern)")
  }

  @Test(arguments: [
    "(((a{1,100}){1,100}){1,100})", "((a{1,1000}){1,1000}){1,1000}", "(.{1,60000}x){1,60000}",
    String(repeating: "(", count: 500) + String(repeating: ")", count: 500),
    String(repeating: "(a{1,99}", count: 9) + String(repeating: "){1,99}", count: 9),
  ])
  func `refuses what is too large, soon`(pattern: String) {
    let duration = ContinuousClock().measure {
      let fault = #expect(throws: PatternFault.self) { try Pattern(pattern) }
      #expect(fault?.reason == .tooLarge)
    }
    #expect(duration < .milliseconds(200))
  }

  @Test func `refuses what is too long`() {
    #expect(throws: Never.self) { try Pattern(String(repeating: "a", count: 1024)) }
    let fault = #expect(throws: PatternFault.self) {
      try Pattern(String(repeating: "é", count: 513))
    }
    #expect(fault?.reason == .tooLong(bytes: 1026))
  }

  /// What each pattern is run against: a text, repeated to 64 kB, and an end that spoils the match.
  private static let evil: [(pattern: String, text: String, end: String)] = [
    ("^(a+)+$", "a", "!"), ("(a+)+$", "a", "!"), ("^(a*)*$", "a", "!"), ("(a|aa)+$", "a", "!"),
    ("^(a|a)*$", "a", "!"), ("^(a|b|ab)*$", "ab", "!"), ("^(([a-z])+.)+[A-Z]([a-z])+$", "a", "!"),
    ("(x+x+)+y", "x", "z"), ("^(.*a){20}$", "a", "!"), ("(.*)*=.*", "a", "!"),
    ("a*a*a*a*a*a*b", "a", "!"), ("a*[bc]", "a", "!"), (".*.*=.*", "x", "!"),
    (".*.*=.*[;z]", "x=", "x"), (#"^(\w+\s?)*$"#, "word ", "!"), (#"(\d+)*x"#, "1", "!"),
    (#"\s+$"#, " ", "x"), (#"^\s+|\s+$"#, " x", "x"), ("(a?){50}a{50}", "a", "!"),
    ("^(a?){1000}b$", "a", "!"), ("([a-zA-Z]+)*[0-9]", "aB", "!"), ("(?i)(a|A)*Z", "aA", "!"),
    (#"^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+$"#, "a", "!"),
    (#"^(([^<>()\[\]\\.,;:\s@"]+(\.[^<>()\[\]\\.,;:\s@"]+)*)|(".+"))@x$"#, "a.", "!"),
    (#"(https?:\/\/)?([a-z0-9]+\.)+[a-z]+(\/[a-z]*)*\?$"#, "a.a/", "!"), ("(.+)+[x]", "ab", "!"),
    (#"((\w+)\W*)+;"#, "ab ", "!"), ("(a{1,9}){1,9}b", "a", "!"), ("(a|ab)*(bc|c)*d", "abc", "!"),
    ("[a-z]+[0-9]+[a-z]+!", "a1", "?"), ("(aa|aab?)*z", "aa", "!"), ("(a*?)*?b", "a", "!"),
    (#"^(?:\+?1?[-. ]?)?(\(?[0-9]{3}\)?[-. ]?)*$"#, "123-", "!"), ("(é+)+$", "é", "!"),
    (#"(\p{L}+)*\d"#, "ß", "!"), ("(.|\n)*z", "a\n", "!"), ("a.*b.*c.*d.*e!", "abcde", "?"),
    ("(ab?)*?c", "ab", "!"), ("((a*)*)*b", "a", "!"), ("(a+b+)+c", "aabb", "!"),
    ("[^\"]*\"[^\"]*\"[^\"]*x$", "\"", "!"), ("<!--.*-->", "<!--", "!"), (",*,*,*;", ",", "!"),
    (#"^-?\d+(,\d+)*(\.\d+(e\d+)?)?x$"#, "1,", "!"), ("(0|1|00|11)*2", "01", "!"),
    ("(?:a|b|c|d|e)+f+g", "abcde", "!"), ("(x?x?)*y", "x", "!"), ("^(A+)*B", "A", "!"),
    ("(([a-z]+,?)+;)+$", "a,", "!"), ("(a|b)*?[^ab]{2}", "ab", "!"),
  ]

  // How long it takes is measured by Benchmarks/hostile-definitions; here a run without end fails.
  @Test(.timeLimit(.minutes(1)), arguments: evil.indices)
  func `ends on 64 kB, whatever it is`(index: Int) throws {
    let (source, text, end) = Self.evil[index]
    let pattern = try Pattern(source)
    let subject = String(repeating: text, count: 65_536 / text.utf8.count) + end
    // Either answer, and the limit, are fine, as long as it is the same one every time.
    let answers = (0..<2).map { _ in
      Result { () throws(Pattern.MatchError) in try pattern.matches(in: subject) }
    }
    #expect(answers[0] == answers[1], "\(source)")
  }

  @Test(arguments: ["^(a+)+$", "(a|aa)+$", "(x+x+)+y", "^(a?){1000}b$"])
  func `says that it met a limit, not that nothing matches`(source: String) throws {
    let pattern = try Pattern(source)
    let subject = String(repeating: source.contains("x") ? "x" : "a", count: 50_000) + "!"
    #expect(throws: Pattern.MatchError.limit) { try pattern.matches(in: subject) }
  }

  @Test(arguments: [
    ("[0-9]{5}", " ", "53113", true), ("[0-9]{5}", "word ", "", false), ("^.*$", "a", "", true),
    ("^[a-z ]+$", "word ", "", true), ("^[a-z ]+$", "word ", "!", false), ("(ab)+", "ab", "", true),
    ("@", "é", "@", true), ("^x", "a", "x", false), (#"\bend$"#, "word ", "end", true),
  ])
  func `finds its answer in 64 kB`(source: String, text: String, end: String, isIn: Bool) throws {
    let subject = String(repeating: text, count: 65_536 / text.utf8.count) + end
    #expect(try Pattern(source).matches(in: subject) == isIn)
  }

  @Test func `may be used by many at once`() async throws {
    let pattern = try Pattern("^[a-z]+[0-9]+$")
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<64 {
        group.addTask { (try? pattern.matches(in: "abc\(number)")) == true }
      }
      for await isIn in group { #expect(isIn) }
    }
  }
}
