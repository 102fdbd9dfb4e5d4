import FieldKinds
import Testing

@Suite("A text")
struct TextKindTests {
  static let texts: [(String, String)] = [
    (" Mu\u{308}ller\u{A0}", "Müller"), ("a  b", "a  b"), ("漢字 🙂", "漢字 🙂"), ("ſß", "ſß"),
    ("„x“ – y", "„x“ – y"),
  ]

  @Test(arguments: texts)
  func `is trimmed and composed, and otherwise kept`(text: String, expected: String) {
    let bytes = TextKind.read(text).value.map { Array($0.canonical.utf8) }
    #expect(bytes == Array(expected.utf8))
  }
}

@Suite("A memo")
struct MemoKindTests {
  static let memos: [(String, String)] = [
    ("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\n\n\tb", "a\n\n\tb"), ("a\r\r\nb", "a\n\nb"),
    ("\n a \n", "a"), ("u\u{308}\r\n\r\nü", "ü\n\nü"),
  ]

  @Test(arguments: memos)
  func `keeps line breaks and tabs`(text: String, expected: String) {
    let bytes = MemoKind.read(text).value.map { Array($0.canonical.utf8) }
    #expect(bytes == Array(expected.utf8))
  }

  @Test func `counts a line break as one position`() {
    #expect(MemoKind.read("a\r\nb\u{1B}").failure == .hostile(codePoint: "U+001B", position: 4))
  }
}

@Suite("A whole number")
struct IntegerKindTests {
  static let forms: [(String, String)] = [
    ("007", "7"), ("-0", "0"), ("+5", "5"), ("\u{2212}12", "-12"), ("１２", "12"),
    ("9223372036854775807", "9223372036854775807"),
    ("-9223372036854775808", "-9223372036854775808"),
    ("0000000000000000000000000000001", "1"),
  ]

  @Test(arguments: forms)
  func `has one form`(text: String, expected: String) {
    #expect(canonical(IntegerKind.read(text)) == .success(expected))
  }

  static let refusals: [(String, KindFailure)] = [
    ("1.5", .charset(found: ".", position: 2, allowed: .digits)),
    ("1 000", .charset(found: " ", position: 2, allowed: .digits)),
    ("1,000", .charset(found: ",", position: 2, allowed: .digits)),
    ("1e3", .charset(found: "e", position: 2, allowed: .digits)),
    ("١٢", .charset(found: "١", position: 1, allowed: .digits)),
    ("२", .charset(found: "२", position: 1, allowed: .digits)),
    ("²", .charset(found: "²", position: 1, allowed: .digits)),
    ("-", .structure(.integer)), ("1-2", .structure(.integer)), ("--1", .structure(.integer)),
    ("9223372036854775808", .rule(.integerOutOfRange)),
    ("-9223372036854775809", .rule(.integerOutOfRange)),
  ]

  @Test(arguments: refusals)
  func `says why a text is none`(text: String, failure: KindFailure) {
    #expect(IntegerKind.read(text).failure == failure)
  }
}

@Suite("A decimal number")
struct DecimalKindTests {
  static let forms: [(String, String)] = [
    ("1.50", "1.50"), ("001.5", "1.5"), ("-0", "0"), ("-0.00", "0.00"), ("+2", "2"), (".5", "0.5"),
    ("-.5", "-0.5"), ("000", "0"), ("-10", "-10"), ("\u{2212}3.1", "-3.1"),
    (
      "123456789012345678901234567890.123456789012345678901234567890",
      "123456789012345678901234567890.123456789012345678901234567890"
    ),
  ]

  @Test(arguments: forms)
  func `is kept exactly`(text: String, expected: String) {
    #expect(canonical(DecimalKind.read(text)) == .success(expected))
  }

  static let refusals: [(String, KindFailure)] = [
    ("1,5", .charset(found: ",", position: 2, allowed: .number)),
    ("1.5€", .charset(found: "€", position: 4, allowed: .number)),
    ("1٫5", .charset(found: "٫", position: 2, allowed: .number)),
    ("inf", .charset(found: "i", position: 1, allowed: .number)),
    ("1.2.3", .structure(.decimal)), ("5.", .structure(.decimal)), (".", .structure(.decimal)),
    ("-", .structure(.decimal)), ("1-", .structure(.decimal)), ("+-1", .structure(.decimal)),
    ("1e5", .rule(.exponentNotation)), ("-1.5E+10", .rule(.exponentNotation)),
    ("e5", .charset(found: "e", position: 1, allowed: .number)),
    (String(repeating: "9", count: 61), .rule(.tooManyDigits(limit: 60, found: 61))),
    ("0." + String(repeating: "0", count: 61), .rule(.tooManyDigits(limit: 60, found: 61))),
  ]

  @Test(arguments: refusals)
  func `says why a text is none`(text: String, failure: KindFailure) {
    #expect(DecimalKind.read(text).failure == failure)
  }

  @Test func `has no more places than its field`() {
    #expect(canonical(DecimalKind.read("1.25", scale: 2)) == .success("1.25"))
    #expect(
      DecimalKind.read("1.250", scale: 2).failure == .rule(.tooManyDecimals(limit: 2, found: 3))
    )
    #expect(
      DecimalKind.read("1.0", scale: 0).failure == .rule(.tooManyDecimals(limit: 0, found: 1))
    )
  }
}

@Suite("A date")
struct DateKindTests {
  @Test(arguments: ["2026-02-28", "2024-02-29", "0001-01-01", "9999-12-31"])
  func `is an ISO date`(text: String) {
    #expect(canonical(DateKind.read(" \(text) ")) == .success(text))
  }

  static let refusals: [(String, KindFailure)] = [
    ("2026-02-29", .rule(.noSuchDay)), ("2026-13-01", .rule(.noSuchDay)),
    ("0000-01-01", .rule(.noSuchDay)), ("1900-02-29", .rule(.noSuchDay)),
    ("2026-1-1", .structure(.date)), ("31.12.2026", .structure(.date)),
    ("2026/12/31", .structure(.date)), ("20261231", .structure(.date)),
    ("2026-12-31T00", .charset(found: "T", position: 11, allowed: .digits)),
    ("٢٠٢٦-01-01", .charset(found: "٢", position: 1, allowed: .digits)),
  ]

  @Test(arguments: refusals)
  func `says why a text is none`(text: String, failure: KindFailure) {
    #expect(DateKind.read(text).failure == failure)
  }
}

@Suite("A yes or no")
struct BooleanKindTests {
  @Test(arguments: ["true", "TRUE", "yes", "Yes", "1"])
  func `is yes`(text: String) { #expect(canonical(BooleanKind.read(text)) == .success("true")) }

  @Test(arguments: ["false", "False", "NO", "no", "0"])
  func `is no`(text: String) { #expect(canonical(BooleanKind.read(text)) == .success("false")) }

  @Test(arguments: ["ja", "2", "on", "y", "01", "yeſ", "truetrue"])
  func `is nothing else`(text: String) {
    #expect(BooleanKind.read(text).failure == .structure(.boolean))
  }
}
