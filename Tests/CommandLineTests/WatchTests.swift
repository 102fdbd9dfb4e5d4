import Foundation
import Testing

@Suite("Watching what is being written", .enabled(if: hasCatalog("es")))
struct WatchTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.file(
      "w/visit.yaml",
      """
      wizard: visit
      version: 1
      title: Register a visit
      stages:
        - stage: visit
          title: Visit
          fields:
            - {field: name, label: Name, type: text, required: true, max: 80}
            - {field: company, label: Company, type: record, of: company}
            - {field: note, label: Note, type: text}

      """
    )
    try FileManager.default.copyItem(
      atPath: "\(Scratch.repository)/Localization",
      toPath: "\(scratch.folder)/po"
    )
  }

  private var folders: [String: String] {
    ["ALTA_WIZARDS": "\(scratch.folder)/w", "ALTA_CATALOGS": "\(scratch.folder)/po"]
  }

  /// Steps while the program runs in the background: `see N TEXT` waits until its output has a text N times.
  private func watching(_ words: String, _ steps: String) throws -> Scratch.Run {
    try scratch.bash(
      """
      cd '\(scratch.folder)'
      see() { for _ in $(seq 200); do [ "$(cat out err | grep -c "$2")" -ge "$1" ] && return; sleep 0.05; done
        echo "not seen: $2"; }
      set -m
      alta \(words) > out 2> err & program=$!
      \(steps)
      kill -INT $program; wait $program; echo "status $?"
      """,
      variables: folders
    )
  }

  @Test func `draws pages again when a definition or a catalog is saved, in either way`() throws {
    let run = try watching(
      "catalog preview visit --lang en --stage visit --watch",
      """
      see 1 'Ctrl+C ends'
      sed 's/label: Note/label: Remark/' w/visit.yaml > new; cat new > w/visit.yaml
      see 1 Remark
      sed 's/label: Remark/label: Comment/' w/visit.yaml > w/.visit.swp; mv w/.visit.swp w/visit.yaml
      see 1 Comment
      printf '\\nmsgctxt "a"\\nmsgid "a"\\nmsgstr "a"\\n' >> po/es.po
      see 4 'Ctrl+C ends'
      """
    )
    #expect(run.out == "status 130\n", "\(run.all)")
  }

  @Test func `says the fault of a half-saved definition and shows the last good pages`() throws {
    let run = try watching(
      "catalog preview visit --lang en --stage visit --watch",
      """
      see 1 'Ctrl+C ends'
      cp w/visit.yaml keep; head -c 150 keep > w/visit.yaml
      see 1 'w/visit.yaml:'
      see 2 '. Note'
      cat keep > w/visit.yaml
      see 3 '. Note'
      """
    )
    #expect(run.out == "status 130\n", "\(run.all)")
  }

  @Test func `says the fault of a half-saved catalog and shows what is good of it`() throws {
    let run = try watching(
      "catalog preview visit --lang es --stage visit --watch",
      """
      see 1 'Ctrl+C'
      printf '\\nmsgctxt "visit/visit/note/label"\\nmsgid "Note"\\nmsgstr "Nota"\\n\\nmsgid "open' >> po/es.po
      see 1 Nota
      see 1 'po/es.po:[0-9]*:[0-9]*: '
      """
    )
    #expect(run.out == "status 130\n", "\(run.all)")
  }

  @Test func `ends when nobody reads any more`() throws {
    let run = try scratch.bash(
      "alta catalog preview visit --lang en --watch 2> /dev/null | head -1; echo ${PIPESTATUS[0]}",
      variables: folders
    )
    #expect(run.out.hasSuffix("\n0\n"), "\(run.out)")
  }

  @Test func `writes pictures again`() throws {
    let run = try watching(
      "catalog preview visit --lang en --svg page.svg --watch",
      """
      see 1 'Ctrl+C ends'
      sed -i 's/label: Note/label: Remark/' w/visit.yaml
      see 2 'Ctrl+C ends'
      grep -c Remark page.svg
      """
    )
    #expect(run.out == "2\nstatus 130\n", "\(run.all)")
  }

  // MARK: wizard preview

  private func preview(_ words: String..., lines: [String]) throws -> Scratch.Run {
    try scratch.alta(["wizard", "preview"] + words, lines: lines, variables: folders)
  }

  @Test func `runs a definition and stores nothing`() throws {
    let before = try scratch.files().keys.sorted()
    let run = try preview("\(scratch.folder)/w/visit.yaml", lines: ["Ana", "", "late", ""])
    #expect(run.status == 0, "\(run.all)")
    #expect(run.out.contains("This would be stored:") && run.out.contains("Ana"), "\(run.out)")
    #expect(run.err.contains("nothing was stored"))
    #expect(try scratch.files().keys.sorted() == before)
  }

  @Test func `offers records only of a store that is named`() throws {
    #expect(try scratch.alta(["register", "--yes"] + Script.small.options).status == 0)
    // Its identifier is the first that the mask of other companies gives.
    let company = "CLI-0001"
    let before = scratch.bytes
    let unknown = try preview("visit", lines: ["Ana", company, "", ""])
    #expect(unknown.all.contains("there is no company"), "\(unknown.all)")
    let known = try preview("visit", "--store", scratch.store, lines: ["Ana", company, "", ""])
    #expect(known.status == 0, "\(known.all)")
    #expect(known.out.contains(company))
    #expect(scratch.bytes == before)
  }

  @Test func `says faults as the check does`() throws {
    let file = try scratch.file("w/visit.yaml", "wizard: visit\ntitle: Visit\nstagez: []\n")
    let check = try scratch.alta(["wizard", "check", "visit"], variables: folders)
    let run = try preview(file, lines: [])
    #expect(run.status == 3)
    #expect(check.err.contains("[unknown-key]"), "\(check.err)")
    for line in check.err.split(separator: "\n") { #expect(run.err.contains(line)) }
    #expect(try preview("visitt", lines: []).status == 4)
  }

  @Test(arguments: [([":quit"], 7), ([], 5), (["Ana", ":save"], 7)] as [([String], Int32)])
  func `keeps no draft`(lines: [String], status: Int32) throws {
    let run = try preview("visit", lines: lines)
    #expect(run.status == status, "\(run.all)")
    #expect(!run.all.contains("draft resume"))
    #expect(try scratch.files().keys.sorted() == ["po", "w"])
  }

  @Test(.enabled(if: Tmux.isThere))
  func `goes on at the same place of a form when its definition is saved`() throws {
    let window = try Tmux(scratch, rows: 30, variables: folders)
    let file = "\(scratch.folder)/w/visit.yaml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try window.run("wizard preview visit --watch --lang en", until: "Enter next")
    try window.type("Ana")
    try window.press("Enter", "Enter")
    try window.type("half a no")
    try window.wait(for: "half a no")
    try text.replacing("label: Note", with: "label: Remark").write(
      toFile: file,
      atomically: true,
      encoding: .utf8
    )
    try window.wait(for: "› Remark")
    #expect(try window.screen().contains { $0.contains("Ana") })
    #expect(try window.screen().contains { $0.contains("half a no") })
    try "wizard: visit\n stages: [".write(toFile: file, atomically: false, encoding: .utf8)
    try window.wait(for: "Waiting for the definition")
    #expect(try window.screen().contains { $0.contains("visit.yaml:") })
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    try window.wait(for: "› Note")
    try window.press("C-c")
    try window.wait(for: "$")
    try window.type("echo $?; stty -a | grep -o ' icanon'")
    try window.press("Enter")
    try window.wait(for: "130\n icanon")
  }
}
