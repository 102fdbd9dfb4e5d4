import Testing

@Suite("The sentences of the program")
struct PhraseTests {
  /// Every literal of every family of phrases, as it stands in the sources.
  private static func phrases() -> [(file: String, literal: String)] {
    Repository.sources.filter { $0.path.hasPrefix("FrontDesk/") }.flatMap { source in
      // A family is an enumeration whose cases are sentences, down to the brace that ends it.
      source.text.matches(of: /(?ms)^[a-z ]*enum \w+: String, Phrase \{$(.*?)^\}$/).flatMap {
        family in
        family.1.matches(of: /case \w+ =\s+"((?:[^"\\]|\\.)*)"/).map { (source.path, String($0.1)) }
      }
    }
  }

  @Test func `are all in the template`() throws {
    let template = try Repository.text(of: "Localization/alta.pot")
    let ids = Set(
      template.split(separator: "\n").filter { $0.hasPrefix("msgid \"") }.map {
        String($0.dropFirst(7).dropLast())
      }
    )
    let phrases = Self.phrases()
    #expect(phrases.count > 800)
    #expect(phrases.filter { !ids.contains($0.literal) }.map { "\($0.file): \($0.literal)" } == [])
  }

  @Test func `stand nowhere but in families and tables`() {
    let strays = Repository.sources.filter { $0.path.hasPrefix("alta/") }.flatMap { source in
      source.code.filter { $0.contains(/complain\("[A-Z]/) || $0.contains(/remark\("[A-Z]/) }
    }
    #expect(strays == [])
  }
}
