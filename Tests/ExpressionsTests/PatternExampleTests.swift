import Expressions
import Testing

@Suite("A text made up for a pattern")
struct PatternExampleTests {
  @Test(arguments: [
    ("[A-Z]{2}-[0-9]{6}", "AA-000000"), ("[1-9][0-9]{0,6}( ?[A-Z]{1,3})?", "1"), ("abc", "abc"),
    ("^a+$", "a"), ("(?:x|y)z", "xz"), ("(?P<name>a)b", "ab"), ("(?i)a", "a"), ("[^x]", "A"),
    (#"\d{3}\.\d"#, "111.1"), (#"\p{Lu}\p{Ll}+"#, "Aa"), ("a{2,}?", "aa"), ("[]a]", "]"),
    (#"[\d-]"#, "1"), ("", ""), ("(a(b(c)))", "abc"), ("[a-]", "a"), ("x.z", "xxz"),
  ])
  func `matches it, the shortest first`(pattern: String, shortest: String) throws {
    let pattern = try Pattern(pattern)
    #expect(pattern.examples.first == shortest)
    for example in pattern.examples { #expect(try pattern.matches(whole: example)) }
  }

  @Test func `is made of alternatives and repetitions where the shortest will not do`() throws {
    #expect(try Pattern("a*").examples == ["", "a", "aaa"])
    #expect(try Pattern("a|bb|c").examples == ["a", "bb", "c"])
  }

  /// Where nothing is found, nothing is claimed.
  @Test(arguments: ["[[:alpha:]]", "a$b", #"\x{41}"#, "(a{200}){200}", "[^xA1 -]"])
  func `is left out where it is not understood`(pattern: String) throws {
    #expect(try Pattern(pattern).examples == [])
  }
}
