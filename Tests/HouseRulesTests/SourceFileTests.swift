import Testing

@Suite("The source files")
struct SourceFileTests {
  @Test func `are found`() {
    #expect(Repository.sources.count > 100)
  }

  @Test func `have at most 400 lines`() {
    let long = Repository.sources.filter { $0.code.count - 1 > 400 }
    #expect(long.map(\.path) == [])
  }

  @Test func `end with one line feed`() {
    let ragged = Repository.sources.filter { !$0.text.hasSuffix("\n") || $0.text.hasSuffix("\n\n") }
    #expect(ragged.map(\.path) == [])
  }

  @Test func `do without Foundation`() {
    let heavy = Repository.sources.filter {
      !$0.imports.isDisjoint(with: ["Foundation", "FoundationEssentials"])
    }
    #expect(heavy.map(\.path) == [])
  }

  /// Input never ends the program, and only the executable speaks.
  @Test(arguments: ["fatalError(", "try!", "print("])
  func `of modules neither trap nor print`(word: String) {
    let modules = Repository.sources.filter { $0.module != "alta" }
    #expect(modules.flatMap { $0.places(of: word) } == [])
  }

  @Test(arguments: [
    ("import A\npackage import B\n@testable import C\n", ["A", "B", "C"]),
    (
      "@_spi(_Unicode) import Swift\n#if canImport(Glibc)\n  import Glibc\n#endif\n",
      ["Swift", "Glibc"]
    ),
    ("import struct Foundation.Date\n", ["Foundation"]),
    ("// import A\n/// import B\nlet important = 1\nlet text = \"import\"\n", []),
  ])
  func `are asked for their imports`(text: String, imports: [String]) {
    #expect(SourceFile(path: "Module/File.swift", text: text).imports == Set(imports))
  }

  @Test func `are searched for whole words outside comments`() {
    let text = "// print(1)\nprint(2)  // print(3)\nblueprint(4)\nSwift.print(5)\n"
    let file = SourceFile(path: "Module/File.swift", text: text)
    #expect(file.places(of: "print(") == ["Module/File.swift:2", "Module/File.swift:4"])
  }
}
