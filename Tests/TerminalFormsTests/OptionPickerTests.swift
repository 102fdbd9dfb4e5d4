import Testing

@testable import TerminalForms

@Suite("A choice being made")
struct OptionPickerTests {
  private static let labels = [
    "Köln", "Berlin", "Köpenick (Berlin)", "Straßburg", "Neukölln", "Málaga",
  ]

  private func picker(chosen: Set<Int> = [], isMultiple: Bool = false) -> OptionPicker {
    OptionPicker(
      names: OptionNames(count: Self.labels.count) { [Self.labels[$0], "c\($0)"] },
      offered: Array(Self.labels.indices),
      chosen: chosen,
      isMultiple: isMultiple
    )
  }

  private func found(_ text: String) -> [String] {
    var picker = picker()
    _ = picker.press(.text(text))
    return picker.matches.map { Self.labels[$0] }
  }

  @Test(arguments: [
    ("köln", ["Köln"]), ("KOLN", ["Köln"]), ("kol", ["Köln", "Neukölln"]),
    ("berl", ["Berlin", "Köpenick (Berlin)"]), ("strass", ["Straßburg"]), ("c3", ["Straßburg"]),
    ("laga", ["Málaga"]), ("xyz", []), (" köp ", ["Köpenick (Berlin)"]),
  ])
  func `finds options by typing`(text: String, labels: [String]) {
    #expect(found(text) == labels)
  }

  @Test func `takes nothing before the person has moved or typed`() {
    var picker = picker()
    #expect(picker.taken == [] && picker.marked == nil)
    _ = picker.press(.down)
    #expect(picker.taken == [0])
    _ = picker.press(.up)
    #expect(picker.taken == [0])
    _ = picker.press(.end)
    #expect(picker.taken == [5])
    _ = picker.press(.down)
    #expect(picker.taken == [5])
  }

  @Test func `goes back to what was chosen when the text is taken back`() {
    var picker = picker(chosen: [3])
    #expect(picker.taken == [3])
    _ = picker.press(.text("b"))
    #expect(picker.taken == [1])
    _ = picker.press(.backspace)
    #expect(picker.taken == [3] && picker.matches.count == 6 && !picker.isTouched)
    _ = picker.press(.backspace)
    #expect(picker.taken == [3])
    _ = picker.press(.delete)
    #expect(picker.taken == [])
  }

  @Test func `ticks several`() {
    var picker = picker(isMultiple: true)
    for key in [Key.text(" "), .down, .text(" "), .text("mal"), .control(" ")] {
      _ = picker.press(key)
    }
    #expect(picker.taken == [0, 1, 5])
    let hadFilter = picker.clearFilter()
    #expect(hadFilter && picker.matches.count == 6)
    _ = picker.press(.control("a"))
    #expect(picker.taken == [0, 1, 2, 3, 4, 5])
    _ = picker.press(.control("a"))
    #expect(picker.taken == [])
  }
}
