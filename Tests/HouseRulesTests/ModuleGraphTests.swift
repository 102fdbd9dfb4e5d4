import Testing

@Suite("The modules")
struct ModuleGraphTests {
  private let drawn: ModuleGraph

  init() throws {
    drawn = ModuleGraph(document: try Repository.text(of: "ARCHITECTURE.md"))
  }

  @Test func `are all named by ARCHITECTURE.md`() throws {
    let libraries = Set(drawn.imports.values.joined()).subtracting(drawn.modules)
    #expect(Set(drawn.modules).union(libraries) == (try Repository.modules()))
  }

  /// A row may name only rows above it, so that no circle of imports can be drawn.
  @Test func `import in one direction`() {
    var above: Set<String> = []
    for module in drawn.modules {
      let below = drawn.imports[module, default: []].intersection(drawn.modules)
      #expect(below.isSubset(of: above), "\(module) imports a module listed below it")
      above.insert(module)
    }
  }

  /// What comes with the toolchain may be imported anywhere, but Foundation, which costs 2 ms at the start.
  @Test func `import exactly what ARCHITECTURE.md says`() {
    let toolchain: Set<String> = ["Swift", "Synchronization", "Glibc", "Musl", "Darwin"]
    var found: [String: Set<String>] = [:]
    for file in Repository.sources {
      found[file.module, default: []].formUnion(file.imports.subtracting(toolchain))
    }
    for module in drawn.modules {
      #expect(found[module]?.sorted() == drawn.imports[module]?.sorted(), "imports of \(module)")
    }
  }

  @Test func `are declared in Package.swift as ARCHITECTURE.md says`() throws {
    let declared = ModuleGraph(manifest: try Repository.text(of: "Package.swift"))
    for module in drawn.modules {
      #expect(
        declared.imports[module]?.sorted() == drawn.imports[module]?.sorted(),
        "dependencies of \(module)"
      )
    }
  }

  @Test func `are read from a manifest and a document alike`() {
    let manifest = ModuleGraph(
      manifest: """
        .systemLibrary(name: "CYAML"), .target(name: "PlainValues"),
        .executableTarget(
          name: "alta",
          dependencies: [
            "PlainValues", "CYAML",
          ]),
        .testTarget(name: "altaTests", dependencies: ["alta"]),
        """
    )
    let document = ModuleGraph(
      document: """
        | module | imports | holds |
        |---|---|---|
        | `PlainValues` | – | values |
        | `alta` | `PlainValues`, `CYAML` | `main` |
        """
    )
    #expect(manifest.modules == ["PlainValues", "alta"])
    #expect(manifest.imports == ["PlainValues": [], "alta": ["PlainValues", "CYAML"]])
    #expect(manifest == document)
  }
}
