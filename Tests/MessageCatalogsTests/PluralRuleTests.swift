import MessageCatalogs
import Testing

@Suite("A plural rule")
struct PluralRuleTests {
  @Test(arguments: [
    ("nplurals=2; plural=n != 1;", [1, 0, 1, 1]), ("nplurals=2; plural=(n>1)", [0, 0, 1, 1]),
    ("nplurals=1; plural=0;", [0, 0, 0, 0]),
    ("nplurals=3; plural=n==1 ? 0 : n==2 ? 1 : 2;", [2, 0, 1, 2]),
    ("nplurals=4; plural=1+2*n%3-1;", [0, 2, 1, 0]), ("nplurals=2; plural=!n;", [1, 0, 0, 0]),
    ("nplurals=2; plural=!!n||0;", [0, 1, 1, 1]), ("nplurals=2; plural=n&&n<=2;", [0, 1, 1, 0]),
    ("nplurals=2; plural=1<2==1;", [1, 1, 1, 1]), ("plural=n>=3;\nnplurals= 2", [0, 0, 0, 1]),
    ("nplurals=2; plural=n==0||n/n==1&&n!=3 ? 0 : 1;", [0, 0, 0, 1]),
  ])
  func `computes as C does`(header: String, forms: [Int]) throws {
    let rule = try PluralRule(header: header)
    #expect((0...3).map { rule.form(for: $0) } == forms)
    #expect(rule.fault == nil)
  }

  @Test(arguments: [
    ("Language: de", PluralRule.Fault.missingExpression), ("plural=n;", .missingCount),
    ("nplurals=x; plural=n;", .invalidCount), ("nplurals=0; plural=n;", .invalidCount),
    ("nplurals=99999999999999999999; plural=n;", .invalidCount),
    ("nplurals=2; plural=n & 1;", .invalidExpression(column: 3)),
    ("nplurals=2; plural=n = 1;", .invalidExpression(column: 3)),
    ("nplurals=2; plural=;", .invalidExpression(column: 1)),
    ("nplurals=2; plural=-1;", .invalidExpression(column: 1)),
    ("nplurals=2; plural=(n;", .invalidExpression(column: 3)),
    ("nplurals=2; plural=n ? 1;", .invalidExpression(column: 6)),
    ("nplurals=2; plural=99999999999999999999;", .invalidExpression(column: 20)),
  ])
  func `says why it cannot be read`(header: String, fault: PluralRule.Fault) {
    #expect(throws: fault) { try PluralRule(header: header) }
  }

  @Test(arguments: [
    ("nplurals=2; plural=10/n;", PluralRule.Fault.divisionByZero(count: 0)),
    ("nplurals=9; plural=n<5 ? n : n/(n-5);", .divisionByZero(count: 5)),
    ("nplurals=2; plural=n;", .outOfRange(count: 2, form: 2)),
    ("nplurals=2; plural=n-1;", .outOfRange(count: 0, form: .max)),
  ])
  func `is found unsound and takes the first form`(header: String, fault: PluralRule.Fault) throws {
    let rule = try PluralRule(header: header)
    #expect(rule.fault == fault)
    switch fault {
    case .divisionByZero(let count): #expect(rule.form(for: count) == 0)
    case .outOfRange(let count, _): #expect(rule.form(for: count) == 0)
    default: Issue.record("not a fault of evaluation")
    }
  }

  @Test(arguments: ["(", "!", "n?", "n+", "1?1:"])
  func `refuses nesting without end`(piece: String) {
    let header = "nplurals=2; plural=" + String(repeating: piece, count: 100_000)
    #expect(throws: PluralRule.Fault.self) { try PluralRule(header: header) }
  }

  @Test(arguments: [
    ("de", "nplurals=2; plural=n==1 ? 0 : 1;"), ("es_MX", "nplurals=2; plural=(n != 1);"),
    ("es", "nplurals=3; plural=n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;"),
    ("fr", "nplurals=2; plural=(n>1);"),
    ("pt_BR", "nplurals=2; plural=n>1;"), ("pt_PT", "nplurals=2; plural=n!=1;"),
    ("ja", "nplurals=1; plural=0;"),
    (
      "ru",
      "nplurals=4; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
    ),
    (
      "pl", "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
    ),
    ("cs", "nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;"),
  ])
  func `means what the language has`(language: String, header: String) throws {
    let meaning = try PluralMeaning(
      of: PluralRule(header: header),
      in: #require(LanguageTag(language))
    )
    #expect(meaning == .right)
  }

  @Test(arguments: [
    ("de", "nplurals=2; plural=n>1;", 0), ("fr", "nplurals=2; plural=n!=1;", 0),
    ("pt_PT", "nplurals=2; plural=n>1;", 0), ("ru", "nplurals=2; plural=n!=1;", 0),
    ("es", "nplurals=1; plural=0;", 0),
  ])
  func `is wrong for the language`(language: String, header: String, first: UInt64) throws {
    let meaning = try PluralMeaning(
      of: PluralRule(header: header),
      in: #require(LanguageTag(language))
    )
    guard case .wrong(let count, _, _, _) = meaning else {
      Issue.record("\(meaning)")
      return
    }
    #expect(count == first)
  }

  @Test func `of every known language is sound`() throws {
    for name in [
      "de", "es", "fr", "pt", "pt_PT", "ru", "pl", "cs", "sl", "ro", "lt", "lv", "is", "he", "ar",
      "fa", "ja",
    ] {
      let headers = PluralMeaning.headers(of: try #require(LanguageTag(name)))
      #expect(!headers.isEmpty)
      for header in headers {
        let rule = try PluralRule(header: header)
        #expect(rule.fault == nil, "\(name)")
        // The form for millions of Romance languages lies beyond the counts that are tried.
        let unused = rule.frequencies.filter { $0 == 0 }.count
        #expect(unused <= 1, "\(name)")
      }
    }
    let klingon = try #require(LanguageTag("tlh"))
    #expect(PluralMeaning(of: .germanic, in: klingon) == .unknownLanguage)
  }
}
