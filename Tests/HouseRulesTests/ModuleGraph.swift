/// Which modules a module may import: what `ARCHITECTURE.md` promises, or what `Package.swift` declares.
struct ModuleGraph: Equatable {
  /// The modules in the order in which they are listed.
  private(set) var modules: [String] = []
  /// What each of them imports.
  private(set) var imports: [String: Set<String>] = [:]

  private mutating func add(_ module: String, importing others: Set<String>) {
    modules.append(module)
    imports[module] = others
  }

  /// Reads the table of modules in `ARCHITECTURE.md`: a module, what it imports, what it holds.
  init(document: String) {
    for line in document.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|")
      guard cells.count == 3 else { continue }
      guard let module = cells[0].firstMatch(of: /`(\w+)`/)?.1 else { continue }
      add(String(module), importing: Set(cells[1].matches(of: /`(\w+)`/).map { String($0.1) }))
    }
  }

  /// Reads the targets of a package manifest, without those of tests and C libraries.
  init(manifest: String) {
    let target =
      /\.(?:target|executableTarget)\(\s*name: "(\w+)"(?:,\s*dependencies: \[([^\]]*)\])?/
    for match in manifest.matches(of: target) {
      let dependencies = (match.2 ?? "").matches(of: /"(\w+)"/).map { String($0.1) }
      add(String(match.1), importing: Set(dependencies))
    }
  }
}
