import Testing
import WizardEngine
import WizardFiles

@Suite("A fault of a definition")
struct DefinitionFaultTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let code: String
    let nearest: String?
    let yaml: String

    init(_ code: String, near nearest: String? = nil, _ yaml: String) {
      self.code = code
      self.nearest = nearest
      self.yaml = yaml
    }

    var testDescription: String { "\(code): \(yaml)" }
  }

  @Test(arguments: [
    Case("unknown-key", near: "label", "    - {field: a, type: text, «lable»: A}"),
    Case("unknown-key", near: "upper", "    - {field: a, type: text, normalize: [«uper»]}"),
    Case(
      "unknown-key",
      "    - {field: a, type: choice, options: [{code: x, identifier: {«XX»: de-vat}}]}"
    ),
    Case("missing-key", "    - {«field»: a}"),
    Case("missing-key", "    - {field: a, type: «record»}"),
    Case("missing-key", "    - {field: a, type: text, rules: [{«code»: x, check: 'true'}]}"),
    Case("wrong-shape", "    - {field: a, type: text, label: «[»x]}"),
    Case("wrong-shape", "    - {field: a, type: text, normalize: «upper»}"),
    Case("wrong-shape", "    - {field: a, type: text, secret: «yes»}"),
    Case("wrong-shape", "    - {field: a, type: text}\n    - «text»"),
    Case(
      "wrong-shape",
      "    - {field: a, type: text, rules: [{code: x, check: 'true', message: M, severity: «fatal»}]}"
    ),
    Case("bad-name", "    - {field: «First», type: text}"),
    Case("bad-name", "    - {field: «a-b», type: text}"),
    Case("bad-name", "    - {field: «today», type: text}"),
    Case("bad-name", "    - {field: a, type: choice, options: [{code: «a b»}]}"),
    Case("duplicate", "    - {field: a, type: text}\n    - {field: «a», type: text}"),
    Case("duplicate", "    - {field: a, type: choice, options: [{code: x}, {code: «x»}]}"),
    Case(
      "unknown-field",
      near: "category",
      "    - {field: category, type: text}\n    - {field: b, type: text, when: «categry» == 'x'}"
    ),
    Case("unknown-field", "    - {field: a, type: text, reset-on: [«zzz»]}"),
    Case("unknown-field", "    - {field: a, type: phone, country: «XX»}"),
    Case("unknown-field", "    - {field: a, type: identifier, by: «kind»}"),
    Case(
      "later-field",
      "    - {field: a, type: text, when: «b» == 'x'}\n    - {field: b, type: text}"
    ),
    Case(
      "later-field",
      "    - {field: a, type: text, reset-on: [«b»]}\n    - {field: b, type: text}"
    ),
    Case("later-field", "    - {field: a, type: text, when: has(«a»)}"),
    Case("unknown-type", near: "integer", "    - {field: a, type: «intger»}"),
    Case("unknown-type", near: "identifier", "    - {field: a, type: «identifer»}"),
    Case(
      "unknown-type",
      near: "de-vat",
      "    - {field: a, type: choice, options: [{code: x, identifier: «de-vta»}]}"
    ),
    Case("unknown-options", "    - {field: a, type: choice, from: «nowhere»}"),
    Case(
      "unknown-option",
      near: "wholesale",
      "    - {field: a, type: choice, options: [{code: wholesale}, {code: y}]}\n    - {field: b, type: text, when: \"a == «'wholsale'»\"}"
    ),
    Case(
      "unknown-option",
      "    - {field: a, type: choices, options: [{code: x}, {code: y}]}\n    - {field: b, type: text, default: \"= «'zzz'» in a ? '1' : '2'\"}"
    ),
    Case("unknown-record", near: "company", "    - {field: a, type: record, of: «compny»}"),
    Case("no-options", "    - {field: a, type: «choice»}"),
    Case(
      "stage-never-appears",
      "    - {field: a, type: choice, options: [{code: x, stages: [{stage: «s», title: S, fields: [{field: b, type: text}]}]}]}"
    ),
    Case("needless-key", "    - {field: a, type: text, of: «company»}"),
    Case("needless-key", "    - {field: a, type: text, options: [{code: «x»}]}"),
    Case("needless-key", "    - {field: a, type: boolean, max: «3»}"),
    Case("needless-key", "    - {field: a, type: text, value: \"'x'\", default: «y»}"),
    Case("needless-key", "    - {field: a, type: text, value: \"'x'\", required: «true»}"),
    Case(
      "same-label",
      "    - {field: a, type: choice, options: [{code: x, label: A}, {code: y, label: «a»}]}"
    ),
    Case(
      "same-label",
      "    - {field: a, type: choice, options: [{code: x, label: «Y»}, {code: y, label: Z}]}"
    ),
    Case("wrong-shape", "    - {field: a, type: text, normalize: [«[»upper]]}"),
    Case("unknown-key", "    - {field: a, type: text, normalize: [{strip: x, «lower»: y}]}"),
    Case("bad-pattern", "    - {field: a, type: text, pattern: '«[a-»'}"),
    Case(
      "bad-mask",
      "    - {field: a, type: choice, options: [{code: x, identifier: {mask: «CLI»}}]}"
    ),
    Case("bad-limit", "    - {field: a, type: text, max: «ten»}"),
    Case("bad-limit", "    - {field: a, type: date, min: «tomorrow»}"),
    Case("bad-limit", "    - {field: a, type: integer, min: 5, max: «4»}"),
    Case("bad-default", "    - {field: a, type: choice, default: «y», options: [{code: x}]}"),
    Case(
      "bad-default",
      "    - {field: a, type: country}\n    - {field: b, type: country, default: \"= a == 'DE' ? «'XQ'» : ''\"}"
    ),
    Case("bad-default", "    - {field: a, type: integer, max: 9, default: «10»}"),
    Case("bad-default", "    - {field: a, type: text, pattern: '[A-Z]+', default: «x»}"),
    Case(
      "include-needs-choice",
      "    - {field: b, type: text}\n    - {field: a, type: identifier, by: «b»}"
    ),
    Case("type", "    - {field: a, type: text}\n    - {field: b, type: text, when: «a»}"),
    Case("type", "    - {field: a, type: text}\n    - {field: b, type: text, when: a «+» 1 == 2}"),
    Case("unknown-function", "    - {field: a, type: text, when: «sise»('x') == 1}"),
    Case("expression", "    - {field: a, type: text, when: 1 == «)»}"),
    Case("expression", "    - {field: a, type: text, when: 1 «=» 1}"),
  ])
  func `names its code, its place and the nearest name`(_ test: Case) {
    let marked = Marked(around(fields: test.yaml))
    let faults = check(marked.text).faults
    #expect(faults.map { "\($0.code) \($0.spot)" } == ["\(test.code) \(marked.spot)"])
    #expect(faults.first?.nearest == test.nearest || test.code == "unknown-function")
  }

  @Test(arguments: [
    Case("wrong-shape", "«[a]»"),
    Case(
      "missing-key",
      "«title»: T\nstages: [{stage: a, title: A, fields: [{field: x, type: text}]}]"
    ),
    Case("missing-key", "wizard: «a»\ntitle: T\nstages: []"),
    Case("missing-key", "wizard: a\ntitle: T\nstages: [{stage: «a», title: A, fields: []}]"),
    Case(
      "wrong-shape",
      "wizard: a\nversion: «0»\ntitle: T\nstages: [{stage: a, title: A, fields: [{field: x, type: text}]}]"
    ),
    Case(
      "unknown-procedure",
      near: "register-customer",
      "wizard: a\nprocedure: «register-custmer»\ntitle: T\nstages: [{stage: a, title: A, fields: [{field: x, type: text}]}]"
    ),
    Case(
      "unknown-record",
      near: "company",
      "wizard: a\nrecord: «companie»\ntitle: T\nstages: [{stage: a, title: A, fields: [{field: x, type: text}]}]"
    ),
    Case(
      "needless-key",
      "wizard: a\nrecord: company\nprocedure: «enter-contact»\ntitle: T\nstages: [{stage: a, title: A, fields: [{field: x, type: text}]}]"
    ),
    Case(
      "unknown-field",
      near: "name",
      "wizard: a\ntitle: T\nrenamed: {old: «nme»}\nstages: [{stage: a, title: A, fields: [{field: name, type: text}]}]"
    ),
    Case(
      "still-there",
      "wizard: a\ntitle: T\nremoved: [«x»]\nstages: [{stage: a, title: A, fields: [{field: x, type: text}]}]"
    ),
    Case(
      "still-there",
      "wizard: a\ntitle: T\nrenamed: {«p.x»: p.y}\nstages: [{stage: p, title: A, list: {}, fields: [{field: x, type: text}, {field: y, type: text}]}]"
    ),
    Case(
      "unknown-field",
      near: "email",
      "wizard: a\ntitle: T\nrenamed: {old: «people.emial»}\nstages: [{stage: people, title: A, list: {}, fields: [{field: email, type: text}]}]"
    ),
    Case(
      "unknown-field",
      near: "email",
      "wizard: a\ntitle: T\nstages: [{stage: p, title: A, list: {unique: [«emial»]}, fields: [{field: email, type: text}]}]"
    ),
    Case(
      "unknown-field",
      near: "email",
      "wizard: a\ntitle: T\nstages: [{stage: p, title: A, list: {item: '«{emial}»'}, fields: [{field: email, type: text}]}]"
    ),
    Case(
      "unknown-field",
      near: "email",
      "wizard: a\ntitle: T\nstages: [{stage: p, title: A, list: {}, fields: [{field: email, type: text}, {field: b, type: text, when: has(item.«emial»)}]}]"
    ),
    Case(
      "unknown-field",
      near: "item.email",
      "wizard: a\ntitle: T\nstages: [{stage: p, title: A, list: {}, fields: [{field: email, type: text}, {field: b, type: text, when: has(«email»)}]}]"
    ),
    Case(
      "later-field",
      "wizard: a\ntitle: T\nstages: [{stage: p, title: A, list: {}, fields: [{field: b, type: text, when: has(item.«email»)}, {field: email, type: text}]}]"
    ),
    Case(
      "bad-limit",
      "wizard: a\ntitle: T\nstages: [{stage: p, title: A, list: «{»min: 3, max: 2}, fields: [{field: email, type: text}]}]"
    ),
    Case(
      "duplicate",
      "wizard: a\ntitle: T\nstages: [{stage: a, title: A, fields: [{field: x, type: text}]}, {stage: «a», title: A, fields: [{field: y, type: text}]}]"
    ),
    Case(
      "include-needs-choice",
      "wizard: a\ntitle: T\nstages: [{stage: a, title: A, fields: [{field: x, type: text}]}, include: «x»]"
    ),
    Case(
      "unknown-field",
      "wizard: a\ntitle: T\nstages: [{stage: a, title: A, fields: [{field: x, type: text}]}, include: «other»]"
    ),
    Case(
      "stage-differs",
      "wizard: a\ntitle: T\nstages: [{stage: a, title: A, fields: [{field: x, type: choice, options: [{code: a, stages: [{stage: s, title: S, fields: [{field: y, type: text}]}]}, {code: b, stages: [{stage: «s», title: S, fields: [{field: z, type: text}]}]}]}]}, include: x]"
    ),
    Case(
      "later-field",
      "wizard: a\ntitle: T\nstages: [{stage: a, title: A, fields: [{field: x, type: choice, when: has(«y»), options: [{code: a, stages: [{stage: s, title: S, fields: [{field: y, type: text}]}]}]}]}, include: x]"
    ),
  ])
  func `of the whole names its place as well`(_ test: Case) {
    let marked = Marked(test.yaml)
    let faults = check(marked.text).faults
    let found = faults.map { "\($0.code) \($0.line)" }
    #expect(found == ["\(test.code) \(marked.spot.prefix { $0 != "+" })"])
    #expect(faults.first?.nearest == test.nearest)
  }

  @Test(arguments: [
    "when: a == '' && «categry» == 'x'", "when: 'a == \"\" && «categry» == \"x\"'",
    "when: \"a == '' && «categry» == 'x'\"", "when: 'a == '''' && «categry» == ''x'''",
    "when: >-\n        a == '' &&\n        «categry» == 'x'",
    "when: |\n        a == ''\n        && «categry» == 'x'\n",
    "when: a == ''\n        && «categry» == 'x'",
    "when: \"a == ''\n        && «categry» == 'x'\"",
    "when: &c a == '' && «categry» == 'x'",
    "default: \"= «categry»\"", "default: = «categry»",
    "default: >-\n        = a ==\n        «categry» ? 'a' : ''",
    "value: \"a == 'ä' ? 'é' : «categry»\"", "required: «categry» == 'x'",
    "rules: [{code: r, check: self != «categry», message: M}]",
  ])
  func `of an expression points into it, however it is spelled`(key: String) {
    let marked = Marked(
      around(fields: "    - {field: a, type: text}\n    - field: b\n      type: text\n      \(key)")
    )
    let faults = check(marked.text).faults
    #expect(faults.map { "\($0.code) \($0.spot)" } == ["unknown-field \(marked.spot)"])
  }

  @Test func `of an expression with escapes has the place of the whole`() {
    let marked = Marked(
      around(fields: "    - {field: a, type: text, when: «\"a\\u0020== categry\"»}")
    )
    let spots = check(marked.text).faults.map(\.spot)
    #expect(Set(spots) == [marked.spot])
  }

  @Test func `comes together with all others, in file order`() {
    let faults = check(
      """
      wizard: sample
      title: Sample
      procedure: nothing
      stages:
        - stage: one
          title: One
          fields:
            - {field: a, type: txt, wen: b}
            - {field: b, type: text, when: c == 'x'}
        - include: d
      """
    ).faults
    #expect(
      faults.map { "\($0.place.line) \($0.code)" } == [
        "3 unknown-procedure", "8 unknown-type", "8 unknown-key", "9 unknown-field",
        "10 unknown-field",
      ]
    )
  }

  @Test func `is not repeated by what names the field at fault`() {
    let faults = check(
      around(
        fields: """
              - {field: kind}
              - {field: Name, type: text}
              - {field: a, type: text, when: kind == 'x' && Name == 'y'}
          """
      )
    ).faults
    #expect(faults.map(\.code) == ["missing-key", "bad-name"])
  }
}

extension DefinitionFault {
  fileprivate var line: String { "\(place.line):\(place.column)" }

  fileprivate var nearest: String? {
    switch reason {
    case .unknownKey(_, let nearest), .unknownField(_, let nearest), .unknownType(_, let nearest),
      .unknownProcedure(_, let nearest), .unknownRecord(_, let nearest),
      .unknownOption(_, let nearest):
      nearest
    default: nil
    }
  }
}
