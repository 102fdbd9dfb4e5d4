import MessageCatalogs
import Testing

@Suite("A sentence with placeholders")
struct TemplateTests {
  @Test(arguments: [
    ("Hello {name}!", ["name"], [], "Hello Ana!"),
    ("{name}{name}", ["name", "name"], [], "AnaAna"),
    ("{{name}}", [], [], "{name}"), ("{{{name}}}", ["name"], [], "{Ana}"),
    ("{other}", ["other"], [], "{other}"),
    ("{ name }", [], ["{ name }"], "{ name }"), ("{Name}", [], ["{Name}"], "{Name}"),
    ("{firstName}, {lastName}", ["firstName", "lastName"], [], "{firstName}, {lastName}"),
    ("{aB_9Z}", ["aB_9Z"], [], "{aB_9Z}"), ("{NAME}", [], ["{NAME}"], "{NAME}"),
    ("{_name}", [], ["{_name}"], "{_name}"), ("{name-2}", [], ["{name-2}"], "{name-2}"),
    ("{n}", [], ["{n}"], "{n}"), ("{N}", [], ["{N}"], "{N}"),
    ("{9a}", [], ["{9a}"], "{9a}"), ("{a_1}", ["a_1"], [], "{a_1}"), ("{}", [], ["{}"], "{}"),
    ("a { b", [], ["{"], "a { b"), ("a } b", [], ["}"], "a } b"), ("{name", [], ["{"], "{name"),
    ("{ {name}", ["name"], ["{"], "{ Ana"), ("{braces}", ["braces"], [], "{name}"),
    ("", [], [], ""),
    ("ñ{name}ß😀", ["name"], [], "ñAnaß😀"), ("{näme}", [], ["{näme}"], "{näme}"),
    ("}}{{", [], [], "}{"),
  ])
  func `is split and filled`(text: String, names: [String], malformed: [String], filled: String) {
    let template = Template(text)
    #expect(template.placeholders == names)
    #expect(template.malformed == malformed)
    #expect(
      template.filled(with: [("name", "Ana"), ("braces", "{name}"), ("name", "x")]) == filled
    )
  }

  @Test func `takes time that grows with its length only`() {
    let braces = String(repeating: "{", count: 100_001)
    #expect(Template(braces).malformed == ["{"])
    #expect(Template(String(repeating: "{ ", count: 50_000)).malformed.count == 50_000)
  }
}
