import Foundation
import Testing

@Suite("An import")
struct ImportTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let header = "companyType,category,country,identifier,name,email1\n"

  /// A row of a German company with a valid VAT number of its own.
  private static func row(_ number: Int, name: String? = nil, email: String = "") -> String {
    "sole,retail,DE,\(vat(number)),\(name ?? "Kunde \(number)"),\(email)\n"
  }

  /// A German VAT number: eight digits and their check digit by ISO 7064, mod 11,10.
  static func vat(_ number: Int) -> String {
    let digits = String(10_000_000 + number)
    var product = 10
    for digit in digits.compactMap(\.wholeNumberValue) {
      let sum = (digit + product) % 10
      product = 2 * (sum == 0 ? 10 : sum) % 11
    }
    return "DE\(digits)\((11 - product) % 10)"
  }

  /// What is told as JSON: the counts in their order, and the rest.
  private func told(
    _ words: [String],
    input: String = "",
    status: Int32
  ) throws -> (counts: [Int], object: [String: Any]) {
    let run = try scratch.alta(["import"] + words + ["--format", "json"], input: input)
    #expect(run.status == status, "\(run.all)")
    let object = try #require(
      JSONSerialization.jsonObject(with: run.outBytes) as? [String: Any],
      "\(run.all)"
    )
    let keys = ["read", "stored", "updated", "unchanged", "rejected", "skipped"]
    let counts = keys.map { object[$0] as? Int ?? -1 }
    #expect(counts[0] == counts[1...].reduce(0, +))
    return (counts, object)
  }

  private func rows(_ range: ClosedRange<Int>) -> String { range.map { Self.row($0) }.joined() }

  // MARK: What is stored

  @Test func `stores rows, keeps those with problems, and tells how many`() throws {
    let file = try scratch.file(
      "kunden.csv",
      Self.header + rows(1...3) + "sole,retail,DE,DE123456789,Falsch,\n" + Self.row(2, name: "Neu")
        + Self.row(4)
    )
    let run = try scratch.alta([
      "import", "register-customer", file, "--rejects", "\(scratch.folder)/r.csv", "--lang", "de",
    ])
    #expect(run.status == 6)
    for line in [
      "Gelesene Zeilen  6", "  gespeichert    4", "  unverändert    0", "  abgelehnt      2",
    ] {
      #expect(run.out.contains(line), "\(run.out)")
    }
    #expect(run.err.contains("\(file):5: identifier:") && run.err.contains("[checksum]"))
    #expect(
      run.err.contains("\(file):6: identifier:") && run.err.contains("(Kunde 2). [E-ID-TAKEN]")
    )
    #expect(try scratch.count("companies") == 4 && scratch.count("customers") == 4)
    #expect(
      try scratch.texts("SELECT no, source, source_row FROM companies ORDER BY no")
        == ["1|kunden.csv|1", "2|kunden.csv|2", "3|kunden.csv|3", "4|kunden.csv|6"]
    )
    #expect(try scratch.texts("SELECT value FROM counters WHERE name = 'companies'") == ["4"])
    let rejects = String(decoding: try #require(scratch.files()["r.csv"]), as: UTF8.self)
      .split(separator: "\n")
    #expect(
      rejects[0] == "companyType,category,country,identifier,name,email1,line,field,code,message"
    )
    #expect(rejects[1].hasPrefix("sole,retail,DE,DE123456789,Falsch,,5,identifier,checksum,"))
    #expect(rejects[2].hasPrefix("sole,retail,DE,\(Self.vat(2)),Neu,,6,identifier,E-ID-TAKEN,"))
    #expect(rejects.count == 3)
    #expect(try scratch.mode("\(scratch.folder)/r.csv") == 0o600)
  }

  /// Every rule of the dialogue holds for rows: the same stores, codes and sentences as answer files.
  @Test func `is what answer files are`() throws {
    // Long campaigns ask for more rounds: `make soak`.
    let rounds = ProcessInfo.processInfo.environment["ALTA_IMPORT_ROUNDS"].flatMap { Int($0) } ?? 1
    for round in 0..<max(1, rounds) {
      try compare(ImportSamples.lines(400, seed: UInt64(11 + round)))
    }
  }

  private func compare(_ lines: [String]) throws {
    let (scratch, other) = (try Scratch(), try Scratch())
    let file = try scratch.file("rows.jsonl", lines.joined(separator: "\n") + "\n")
    let answers = try other.alta([
      "register", "--answers", file, "--yes", "--no-input", "--format", "json", "--lang", "es",
    ])
    let registered = try #require(
      JSONSerialization.jsonObject(with: answers.outBytes) as? [[String: Any]]
    )
    _ = try scratch.alta(["import", "register-customer", file, "--yes", "--lang", "es"])
    for table in ["companies", "customers", "contacts", "external_users"] {
      func records(_ scratch: Scratch) throws -> [String] {
        try scratch.dump().filter { $0.hasPrefix("\(table): ") }
      }
      #expect(try records(scratch) == records(other), "\(table)")
    }
    var expected: [String] = []
    for (index, object) in registered.enumerated() where object["status"] as? String == "rejected" {
      for problem in object["problems"] as? [[String: Any]] ?? []
      where problem["severity"] as? String == "error" {
        let path = problem["path"] as? String ?? ""
        expected.append("\(index + 1) \(problem["code"] ?? "") \(path) \(problem["message"] ?? "")")
      }
    }
    var found: [String] = []
    for text in try scratch.texts("SELECT row, problems FROM import_rejects ORDER BY row") {
      let parts = text.split(separator: "|", maxSplits: 1)
      let list = try JSONSerialization.jsonObject(with: Data(parts[1].utf8)) as? [[String: Any]]
      for problem in list ?? [] {
        found.append(
          "\(parts[0]) \(problem["code"] ?? "") \(problem["path"] ?? "") \(problem["message"] ?? "")"
        )
      }
    }
    #expect(found == expected)
    let refused = Set(found.map { $0.prefix { $0 != " " } }).count
    let codes = Set(found.map { String($0.split(separator: " ")[1]) })
    #expect(refused > 40 && registered.count - refused > 40 && codes.count > 6, "\(codes)")
  }

  // MARK: Again

  @Test func `changes nothing when it is repeated, and looks at rejected rows again`() throws {
    let file = try scratch.file(
      "a.csv",
      "companyType,category,country,identifier,name,case\n"
        + (1...3).map { "sole,retail,DE,\(Self.vat($0)),Kunde \($0),case \($0)\n" }.joined()
        + "sole,nonsense,DE,\(Self.vat(4)),Kunde 4,case 4\n"
    )
    #expect(try told(["register-customer", file], status: 3).counts == [4, 3, 0, 0, 1, 0])
    let before = try scratch.dump().filter { !$0.hasPrefix("import") }
    #expect(try told(["register-customer", file], status: 3).counts == [4, 0, 0, 3, 1, 0])
    // In a file of its own too, whether a case or the identifier tells that it is the same.
    let reordered = try scratch.file(
      "b.csv",
      "companyType,category,country,identifier,name\n"
        + (1...3).map { "sole,retail,DE,\(Self.vat($0)),Kunde \($0)\n" }.joined()
    )
    #expect(try told(["register-customer", reordered], status: 0).counts == [3, 0, 0, 3, 0, 0])
    #expect(try scratch.dump().filter { !$0.hasPrefix("import") } == before)
  }

  @Test func `takes rejected rows that were mended`() throws {
    let file = try scratch.file("a.csv", Self.header + Self.row(1) + "sole,retail,DE,DE1,Zwei,\n")
    let rejects = "\(scratch.folder)/r.csv"
    _ = try told(["register-customer", file, "--rejects", rejects], status: 3)
    let text = String(decoding: try #require(scratch.files()["r.csv"]), as: UTF8.self)
    try scratch.file("r.csv", text.replacingOccurrences(of: "DE1,", with: "\(Self.vat(2)),"))
    #expect(try told(["register-customer", rejects], status: 0).counts == [1, 1, 0, 0, 0, 0])
    #expect(try scratch.count("companies") == 2)
    // Not mended, they come back with the reasons of the day and no others.
    try scratch.file("r.csv", text)
    _ = try told(["register-customer", rejects, "--rejects", "\(scratch.folder)/s.csv"], status: 3)
    let again = String(decoding: try #require(scratch.files()["s.csv"]), as: UTF8.self)
    #expect(
      again.split(separator: "\n").map { $0.split(separator: ",").count }
        == text.split(separator: "\n").map { $0.split(separator: ",").count }
    )
  }

  @Test(arguments: [
    ("reject", [2, 0, 0, 1, 1, 0]), ("skip", [2, 0, 0, 1, 0, 1]), ("update", [2, 0, 1, 1, 0, 0]),
  ])
  func `does with what is there already as it is told`(policy: String, counts: [Int]) throws {
    _ = try told(
      ["register-customer", scratch.file("a.csv", Self.header + rows(1...2))],
      status: 0
    )
    let changed = try scratch.file(
      "b.csv",
      Self.header + Self.row(1) + Self.row(2, email: "a@b.example")
    )
    let status: Int32 = policy == "reject" ? 6 : 0
    #expect(
      try told(["register-customer", changed, "--on-duplicate", policy], status: status).counts
        == counts
    )
    let emails = try scratch.texts("SELECT email1 FROM companies ORDER BY no")
    #expect(emails == ["", policy == "update" ? "a@b.example" : ""])
  }

  // MARK: All, nothing, and trying

  @Test func `stores all rows or none where that is wished`() throws {
    let file = try scratch.file("a.csv", Self.header + rows(1...3) + Self.row(1, name: "Anders"))
    let run = try told(["register-customer", file, "--all-or-nothing"], status: 6)
    #expect(
      run.object["status"] as? String == "nothing-stored" && run.counts == [4, 3, 0, 0, 1, 0]
    )
    #expect(try scratch.count("companies") == 0)
    let good = try scratch.file("b.csv", Self.header + rows(1...3))
    #expect(try told(["register-customer", good, "--all-or-nothing"], status: 0).counts[1] == 3)
  }

  @Test func `tells in a dry run what the run tells, and writes nothing`() throws {
    _ = try told(
      ["register-customer", scratch.file("a.csv", Self.header + rows(1...2))],
      status: 0
    )
    let file = try scratch.file(
      "b.csv",
      Self.header + rows(2...5) + Self.row(3, name: "Anders") + "sole,retail,DE,DE1,Zwei,\n"
    )
    let before = scratch.bytes
    let words = ["import", "register-customer", file, "--lang", "de", "--rejects"]
    let trial = try scratch.alta(words + ["\(scratch.folder)/trial.csv", "--dry-run"])
    #expect(scratch.bytes == before)
    let real = try scratch.alta(words + ["\(scratch.folder)/real.csv"])
    #expect(trial.status == 6 && real.status == 6)
    #expect(
      trial.out.split(separator: "\n").dropFirst() == real.out.split(separator: "\n").dropFirst()
    )
    #expect(trial.out.hasPrefix("Probelauf"))
    let files = try scratch.files()
    #expect(files["trial.csv"] != nil && files["trial.csv"] == files["real.csv"])
  }

  @Test func `stops after too many rejected rows and goes on from there`() throws {
    let file = try scratch.file(
      "a.csv",
      Self.header + Self.row(1) + "x,,,,,\ny,,,,,\n" + Self.row(2) + Self.row(3)
    )
    let stopped = try told(["register-customer", file, "--max-rejects", "1"], status: 3)
    #expect(stopped.object["status"] as? String == "too-many-rejects" && stopped.counts[0] == 3)
    #expect(try scratch.alta(["import", "list"]).out.contains("interrupted"))
    let rest = try told(["register-customer", file], status: 3)
    #expect(rest.counts == [5, 3, 0, 0, 2, 0] && rest.object["run"] as? Int == 1)
  }

  @Test func `takes only the number of rows that is expected`() throws {
    let file = try scratch.file("a.csv", Self.header + rows(1...3))
    let run = try scratch.alta([
      "import", "register-customer", file, "--expect-rows", "4", "--lang", "es",
    ])
    #expect(run.status == 3 && run.err.contains("La entrada tiene 3 filas"), "\(run.err)")
    #expect(scratch.bytes == nil)
    #expect(try told(["register-customer", file, "--expect-rows", "3"], status: 0).counts[1] == 3)
  }

  @Test func `is the same when it is done in parts`() throws {
    // Blocks have 2,048 rows: the second part has the last 52 rows, one of which clashes with the first part.
    let file = try scratch.file(
      "a.csv",
      Self.header + rows(1...2099) + Self.row(7, name: "Zweiter")
    )
    let first = try told(["register-customer", file, "--shard", "1/2"], status: 0)
    #expect(first.counts == [2048, 2048, 0, 0, 0, 0])
    let second = try told(["register-customer", file, "--shard", "2/2"], status: 6)
    #expect(second.counts == [52, 51, 0, 0, 1, 0])
    #expect(
      try scratch.texts("SELECT no, source_row FROM companies WHERE no IN (1, 2049, 2099)")
        == ["1|1", "2049|2049", "2099|2099"]
    )
    #expect(try told(["register-customer", file, "--shard", "1/2"], status: 0).counts[1] == 0)
    for words in [["--shard", "3/2"], ["--shard", "1/2", "--dry-run"]] {
      #expect(try scratch.alta(["import", "register-customer", file] + words).status == 2)
    }
  }

  // MARK: Reading

  @Test func `knows columns by label, in any language and encoding`() throws {
    let text =
      "Unternehmenstyp;Kundenkategorie;Land;Kennung;Name\r\n"
      + "Einzelunternehmen;Einzelhandel;Deutschland;\(Self.vat(1));Müller\r\n"
    let latin = try #require(text.data(using: .windowsCP1252))
    let refused = try scratch.alta([
      "import", "register-customer", scratch.file("a.csv", bytes: latin), "--lang", "de",
    ])
    #expect(refused.status == 3 && refused.err.contains("a.csv:2:"), "\(refused.err)")
    let words = ["register-customer", "\(scratch.folder)/a.csv", "--encoding", "windows-1252"]
    #expect(try told(words, status: 0).counts[1] == 1)
    #expect(try scratch.texts("SELECT name FROM companies") == ["Müller"])
    let wide = try #require(("\u{FEFF}" + text).data(using: .utf16LittleEndian))
    #expect(
      try told(["register-customer", scratch.file("b.csv", bytes: wide)], status: 0).counts[3] == 1
    )
  }

  @Test func `refuses columns that lead nowhere or to the same place`() throws {
    let file = try scratch.file(
      "a.csv",
      "companyType,categry,country,identifier,name,Name\nsole,retail,DE,\(Self.vat(1)),a,b\n"
    )
    let run = try scratch.alta(["import", "register-customer", file])
    #expect(run.status == 3 && scratch.bytes == nil)
    #expect(run.err.contains("“categry”") && run.err.contains("category"))
    #expect(run.err.contains("“name” and “Name”"))
    let mended = ["register-customer", file, "--map", "categry=category", "--map", "Name="]
    #expect(try told(mended, status: 0).counts[1] == 1)
  }

  @Test(arguments: ["rows.jsonl", "rows.json", "rows.yaml"])
  func `reads other spellings and writes rejected rows in the same`(name: String) throws {
    let good =
      "{\"companyType\": \"sole\", \"category\": \"retail\", \"country\": \"DE\", \"identifier\": \"\(Self.vat(1))\", \"name\": \"Eins\"}"
    let bad = good.replacingOccurrences(of: Self.vat(1), with: "DE1")
    let text =
      switch name {
      case "rows.json": "[\(good),\n\(bad)]"
      case "rows.yaml": "---\n\(good)\n---\n\(bad)\n"
      default: "\(good)\n\(bad)\n"
      }
    let rejects = "\(scratch.folder)/rejected-\(name)"
    let words = try ["register-customer", scratch.file(name, text), "--rejects", rejects]
    #expect(try told(words, status: 3).counts == [2, 1, 0, 0, 1, 0])
    let written = String(decoding: try #require(scratch.files()["rejected-\(name)"]), as: UTF8.self)
    #expect(
      written.contains("DE1") && written.contains("code") && written.contains("length"),
      "\(written)"
    )
    try scratch.file(
      "rejected-\(name)",
      written.replacingOccurrences(of: "DE1", with: Self.vat(2))
    )
    #expect(try told(["register-customer", rejects], status: 0).counts == [1, 1, 0, 0, 0, 0])
  }

  @Test func `reads standard input, compressed or not`() throws {
    let text = Self.header + rows(1...3)
    #expect(try told(["register-customer", "-"], input: text, status: 0).counts[1] == 3)
    let file = try scratch.file("a.csv", text + Self.row(4))
    let run = try scratch.bash("gzip -c '\(file)' | alta import register-customer - --format json")
    #expect(
      run.status == 0 && run.out.contains("\"stored\":1,\"updated\":0,\"unchanged\":3"),
      "\(run.all)"
    )
  }

  @Test(arguments: [
    ("", "there is nothing"), ("a,b\n\"x,y\n", "never closed"),
    ("companyType,name\n" + String(repeating: "x", count: 2_000_000), "bytes"),
  ])
  func `says why a file cannot be read`(text: String, sentence: String) throws {
    let run = try scratch.alta([
      "import", "register-customer", scratch.file("a.csv", text), "--ignore-columns",
    ])
    #expect(run.status == 3 && run.err.contains(sentence), "\(run.err.prefix(300))")
  }

  // MARK: Mending and reporting

  @Test func `opens rejected rows at what is wrong, and stores those that are mended`() throws {
    let file = try scratch.file(
      "a.csv",
      Self.header + Self.row(1) + "sole,retail,DE,DE1,Zwei,\n"
        + "sole,nonsense,DE,\(Self.vat(3)),Drei,\n"
    )
    let rejects = "\(scratch.folder)/r.csv"
    let run = try scratch.alta(
      ["import", "register-customer", file, "--fix", "--rejects", rejects, "--lang", "de"],
      lines: [Self.vat(2), "", "", "", "ja"]
    )
    #expect(run.status == 3, "\(run.all)")
    #expect(run.err.contains("Abgelehnte Zeile 1 von 2, Zeile 3 der Datei"))
    #expect(run.err.contains("Abgelehnte Zeile 2 von 2, Zeile 4 der Datei"))
    #expect(
      try scratch.texts("SELECT name, source, source_row FROM companies ORDER BY no")
        == ["Kunde 1|a.csv|1", "Zwei|a.csv|2"]
    )
    #expect(try scratch.texts("SELECT stored, rejected FROM imports") == ["2|1"])
    let left = String(decoding: try #require(scratch.files()["r.csv"]), as: UTF8.self)
    #expect(left.contains("Drei") && !left.contains("Zwei"))
  }

  /// The page must be safe to open, whatever rows hold.
  @Test func `is told on a page that loads and runs nothing`() throws {
    let file = try scratch.file(
      "a.csv",
      Self.header + Self.row(1) + "sole,\"<script>alert(1)</script>\u{202E}&\",DE,DE1,Zwei,\n"
    )
    let path = "\(scratch.folder)/report.html"
    _ = try scratch.alta(["import", "register-customer", file, "--report", path, "--lang", "es"])
    let page = String(decoding: try #require(scratch.files()["report.html"]), as: UTF8.self)
    #expect(page.contains("<html lang=\"es\">") && page.contains("Filas leídas"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;\\u{202E}&amp;"))
    for outside in ["<script", "http:", "https:", "src=", "@import", "url(", "\u{202E}"] {
      #expect(!page.contains(outside), "\(outside)")
    }
    #expect(try scratch.mode(path) == 0o600)
  }

  // MARK: Afterwards

  @Test func `can be taken back as long as nobody changed its records`() throws {
    _ = try told(
      ["register-customer", scratch.file("a.csv", Self.header + Self.row(1))],
      status: 0
    )
    let before = try scratch.dump().filter { !$0.hasPrefix("import") }
    let second = try scratch.file(
      "b.csv",
      Self.header + Self.row(1, email: "a@b.example") + Self.row(2)
    )
    _ = try told(["register-customer", second, "--on-duplicate", "update"], status: 0)
    #expect(try scratch.alta(["import", "undo", "2"]).status == 0)
    let after = try scratch.dump().filter { !$0.hasPrefix("import") && !$0.hasPrefix("changes") }
    let revision = try Regex("revision=integer\\(\\d+\\)")
    #expect(
      after.map { $0.replacing(revision, with: "") }
        == before.map { $0.replacing(revision, with: "") }
    )
    #expect(try scratch.alta(["import", "undo", "2"]).status == 6)

    _ = try told(["register-customer", second], status: 6)
    let identifier = Self.vat(2)
    #expect(
      try scratch.alta(["edit", "customer", identifier, "--set", "name=Neu", "--yes"]).status == 0
    )
    let refused = try scratch.alta(["import", "undo", "3", "--lang", "de"])
    #expect(refused.status == 6 && refused.err.contains(identifier), "\(refused.all)")
    #expect(try scratch.count("companies") == 2)
  }

  @Test func `is listed and shown`() throws {
    #expect(try scratch.alta(["import", "list"]).err.contains("no imports"))
    #expect(try scratch.alta(["import", "show", "1"]).status == 4)
    let file = try scratch.file("a.csv", Self.header + Self.row(1) + "sole,retail,DE,DE1,Zwei,\n")
    _ = try told(["register-customer", file], status: 3)
    #expect(try scratch.alta(["import", "list", "--lang", "es"]).out.contains("terminada"))
    let path = "\(scratch.folder)/r.csv"
    let shown = try scratch.alta(["import", "show", "1", "--rejects", path, "--lang", "de"])
    #expect(shown.status == 0 && shown.out.contains("length") && shown.out.contains("abgelehnt"))
    #expect(try scratch.files()["r.csv"]?.isEmpty == false)
  }
}

/// Rows as JSON Lines of which about a third have problems, the same for the same seed.
enum ImportSamples {
  static func lines(_ count: Int, seed: UInt64) -> [String] {
    var state = seed
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    /// One of the usual texts, or now and then one that makes trouble.
    func pick(_ usual: String..., or trouble: String...) -> String {
      random(10) > 0 ? usual[random(usual.count)] : trouble[random(trouble.count)]
    }
    return (0..<count).map { number in
      let (own, other) = (ImportTests.vat(number), ImportTests.vat(random(number + 1)))
      var object: [String: Any] = [
        "companyType": pick("sole", or: "gmbh", "other", "ltd"),
        "category": pick("retail", "wholesale", "industry", or: "public", "health", "misc"),
        "postalInvoice": pick("true", "ja", "no", or: "vielleicht"),
        "country": pick("DE", or: "ES", "XX"),
        "identifier": pick(own, or: other, other, "DE\(number)", ""),
        "name": pick(
          "Kunde \(number)",
          "Ñandú",
          "Zoë",
          or: " ",
          String(repeating: "x", count: 300)
        ),
        "email1": pick("", "a\(number)@example.de", "b@example.de", or: "kein"),
      ]
      if random(20) == 0 { object["buyerReference"] = "04011000-1234512345-06" }
      if random(2) == 0 {
        object["contacts"] = (0...random(3)).map { place in
          [
            "kind": pick("contact", "external", or: "extern"),
            "lastName": pick("Sánchez", "Groß", or: ""),
            "email": pick(
              "p\(number).\(place)@example.de",
              or: "p\(random(number + 1)).0@example.de",
              ""
            ),
          ]
        }
      }
      let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
      return String(decoding: data ?? Data(), as: UTF8.self)
    }
  }
}
