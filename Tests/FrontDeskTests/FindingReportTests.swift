import FrontDesk
import SourceTrees
import TerminalForms
import Testing

private let finding = FileFinding(
  id: "C06",
  severity: .error,
  file: "Localization/de.po",
  line: 12,
  column: 9,
  key: "register-customer/title",
  sentence: "100 % of {name}, really:\nmissing",
  excerpts: [
    .init(label: "en", text: "Hello {name}", caret: "      ^~~~~~"),
    .init(label: "msgstr", text: "Hallo"),
  ],
  fix: "Write {name}"
)

private let whole = FileFinding(
  id: "C03",
  severity: .note,
  file: "/tmp/a b/ü,%:x.po",
  line: 0,
  column: 0,
  sentence: "the header is \u{1B}[31m missing"
)

@Suite("The report of a checker's findings")
struct FindingReportTests {
  private let report = FindingReport([finding, whole], wording: .english)

  @Test func `shows people place, weight, id, key, the marked lines and the fix`() {
    #expect(
      report.lines.map(\.plain) == [
        "Localization/de.po:12:9: error: 100 % of {name}, really:⏎missing [C06]",
        "    register-customer/title",
        "    en      Hello {name}",
        "                  ^~~~~~",
        "    msgstr  Hallo",
        "    → Write {name}",
        "/tmp/a b/ü,%:x.po: note: the header is ^[[31m missing [C03]",
      ]
    )
  }

  @Test func `is a list of objects as JSON`() throws {
    #expect(
      report.json.json == #"""
        [{"code":"C06","severity":"error","file":"Localization/de.po","line":12,"column":9,"key":"register-customer/title","message":"100 % of {name}, really:\nmissing","fix":"Write {name}","excerpts":[{"label":"en","text":"Hello {name}","caret":"      ^~~~~~"},{"label":"msgstr","text":"Hallo","caret":""}]},{"code":"C03","severity":"note","file":"/tmp/a b/ü,%:x.po","line":0,"column":0,"key":null,"message":"the header is \u001B[31m missing","fix":null,"excerpts":[]}]
        """#
    )
  }

  @Test func `is one run of SARIF, with a URI for every file and a region where there is a line`() {
    #expect(
      report.sarif(version: "1.2").json == #"""
        {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"alta","version":"1.2","rules":[{"id":"C06"},{"id":"C03"}]}},"columnKind":"unicodeCodePoints","results":[{"ruleId":"C06","ruleIndex":0,"level":"error","message":{"text":"100 % of {name}, really:\nmissing. Write {name}"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"Localization/de.po"},"region":{"startLine":12,"startColumn":9}},"logicalLocations":[{"fullyQualifiedName":"register-customer/title"}]}]},{"ruleId":"C03","ruleIndex":1,"level":"note","message":{"text":"the header is \u001B[31m missing"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"file:///tmp/a%20b/%C3%BC%2C%25%3Ax.po"}}}]}]}]}
        """#
    )
  }

  @Test func `is commands that GitHub understands, whatever stands in a finding`() {
    #expect(
      report.workflowCommands == """
        ::error file=Localization/de.po,line=12,col=9,title=C06 register-customer/title::100 %25 of {name}, really:%0Amissing. Write {name}
        ::notice file=/tmp/a b/ü%2C%25%3Ax.po,title=C03::the header is \\u{1B}[31m missing

        """
    )
  }

  @Test func `of nothing is empty in every notation`() {
    let report = FindingReport([], wording: .english)
    #expect(report.lines.isEmpty)
    #expect(report.json.json == "[]")
    #expect(report.workflowCommands == "")
    #expect(report.sarif(version: "1").json.hasSuffix(#""results":[]}]}"#))
  }
}
