import Foundation
import Testing

@Suite("The store of a run")
struct StoreFileTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private var register: [String] { ["register", "--yes"] + Script.small.options }

  @Test func `is created in a missing folder, for its owner only`() throws {
    let store = "\(scratch.folder)/a/b/alta.db"
    let run = try scratch.bash(
      "umask 000; alta register --yes --store '\(store)' --set companyType=other "
        + "--set category=retail --set name=A"
    )
    #expect(run.status == 0)
    #expect(run.err.contains("alta show customer CLI-0001 --store \(store)"))
    #expect(try scratch.mode("\(scratch.folder)/a") == 0o700)
    #expect(try scratch.mode("\(scratch.folder)/a/b") == 0o700)
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(scratch.folder)/a/b") {
      #expect(try scratch.mode("\(scratch.folder)/a/b/\(name)") == 0o600, "\(name)")
    }
  }

  @Test func `that cannot be used ends with 9 and stays as it is`() throws {
    #expect(try scratch.alta(register).status == 0)
    let files = FileManager.default
    let link = "\(scratch.folder)/link.db"
    try files.createSymbolicLink(atPath: link, withDestinationPath: scratch.store)
    let foreign = try scratch.file("foreign.db", "This is a letter, not a store.\n")
    let places = [
      (link, "symbolic link"), (foreign, "not a store"), (scratch.folder, "folder"),
      ("\(foreign)/alta.db", "cannot be opened"), ("/dev/full", "not an ordinary file"),
      ("/proc/alta.db", "cannot be opened"),
    ]
    let before = [scratch.bytes, FileManager.default.contents(atPath: foreign)]
    for (place, sentence) in places {
      for words in [register, ["list", "customers"], ["store", "info"]] {
        // Nothing there is no failure of reading.
        if place.hasPrefix("/proc") && words[0] != "register" { continue }
        let run = try scratch.alta(words + ["--store", place])
        #expect(run.status == 9, "\(place) \(words[0])")
        #expect(run.out == "")
        #expect(run.err.contains(sentence), "\(place): \(run.err)")
      }
    }
    #expect([scratch.bytes, FileManager.default.contents(atPath: foreign)] == before)
  }

  @Test func `of another program is refused`() throws {
    try scratch.file("notes.txt", "")
    let other = "\(scratch.folder)/other.db"
    let made = try scratch.bash("command -v sqlite3 && sqlite3 '\(other)' 'CREATE TABLE t(a)'")
    guard made.status == 0 else { return }
    let run = try scratch.alta(register + ["--store", other])
    #expect(run.status == 9)
    #expect(run.err.contains("not a store of alta"))
  }

  @Test func `of a newer alta is refused`() throws {
    #expect(try scratch.alta(register).status == 0)
    try scratch.execute("PRAGMA user_version = 99")
    for words in [register, ["list", "customers"]] {
      let run = try scratch.alta(words)
      #expect(run.status == 9)
      #expect(run.err.contains("version 99"))
    }
  }

  @Test func `is not touched by a dry run, whether it is there or not`() throws {
    let run = try scratch.alta(register + ["--dry-run"])
    #expect(run.status == 0)
    #expect(run.out.contains("Kiosk"))
    #expect(try scratch.files().isEmpty)
    #expect(try scratch.alta(register).status == 0)
    let before = try #require(scratch.bytes)
    #expect(try scratch.alta(register + ["--dry-run"]).status == 0)
    let edit = ["edit", "customer", "CLI-0001", "--set", "name=B", "--dry-run"]
    #expect(try scratch.alta(edit).status == 0)
    #expect(scratch.bytes == before)
  }

  @Test func `is checked for conflicts by a dry run too`() throws {
    let words =
      ["register", "--yes", "--set", "companyType=sl", "--set", "category=retail"]
      + ["--set", "name=A", "--set", "identifier=B58378431"]
    #expect(try scratch.alta(words).status == 0)
    let run = try scratch.alta(words + ["--dry-run"])
    #expect(run.status == 6)
    #expect(run.err.contains("[E-ID-TAKEN]"))
    let report = try scratch.alta(
      words + ["--dry-run", "--format", "json", "--set", "identifier=B12345674"]
    )
    #expect(report.status == 0)
    #expect(report.out.contains("\"status\":\"dry-run\"") && report.out.contains("\"changes\""))
  }

  @Test func `takes back what it gave out, in every format`() throws {
    let example = "\(Scratch.repository)/Wizards/examples"
    for name in ["1-gmbh-public.yaml", "2-sl-industry.yaml", "customers.json"] {
      #expect(
        try scratch.alta(["register", "--yes", "--answers", "\(example)/\(name)"]).status == 0
      )
    }
    for format in ["csv", "jsonl"] {
      let copy = try Scratch()
      let file = "\(copy.folder)/all.\(format)"
      let run = try scratch.alta(["export", "customers", "--format", format, "--output", file])
      #expect(run.status == 0)
      #expect(try copy.alta(["register", "--yes", "--answers", file]).status == 0)
      #expect(try copy.dump() == scratch.dump())
      let again = try copy.alta(["export", "customers", "--format", format])
      #expect(try again.outBytes == Data(contentsOf: URL(filePath: file)))
    }
    let run = try scratch.alta(["export", "customers", "--output", scratch.store])
    #expect(run.status == 9)
    #expect(run.err.contains("something already"))
  }

  @Test func `is backed up and checked`() throws {
    #expect(try scratch.alta(["store", "check"]).status == 9)
    #expect(try scratch.alta(register).status == 0)
    let copy = "\(scratch.folder)/copy.db"
    #expect(try scratch.alta(["store", "backup", copy]).status == 0)
    #expect(try scratch.mode(copy) == 0o600)
    #expect(try scratch.alta(["store", "backup", copy]).status == 9)
    #expect(try scratch.alta(["store", "check", "--store", copy]).status == 0)
    #expect(try scratch.alta(["list", "customers", "--store", copy]).out.contains("CLI-0001"))
    let info = try scratch.alta(["store", "info", "--format", "json"])
    #expect(info.out.contains("\"companies\":1"))
  }
}
