import Foundation
import LocalFiles
import Testing
import WizardEngine
import WizardFiles

@Suite("A folder of definitions")
struct WizardFolderTests {
  private static let plain = """
    wizard: plain
    title: Plain
    stages: [{stage: a, title: A, fields: [{field: x, type: choice, from: colours}]}, include: x]
    """
  private static let colours = """
    # Colours
    options: colours
    entries:
      - {code: red}
      - code: blue
        stages: [{stage: shade, title: Shade, fields: [{field: s, type: choice, from: shades}]}]
    """
  private static let shades = "options: shades\nentries: [{code: dark}]"

  @Test func `holds wizards and the option lists that they name`() throws {
    let files = [
      "plain.yaml": Self.plain, "colours.yaml": Self.colours, "shades.yaml": Self.shades,
      "notes.txt": "x",
    ]
    let kept = try Folder(files)
    var folder = WizardFolder(path: kept.path)
    #expect(folder.wizardNames() == ["plain"])
    let checked = try folder.wizard("plain", finishing: finishing)
    #expect(checked.faults.isEmpty)
    let wizard = try #require(checked.wizard)
    #expect(wizard.stages.map(\.key) == ["a", "shade"])
    #expect(wizard.fields.map(\.key) == ["x", "s"])
    #expect(
      wizard.fields[0].options.map(\.label.context) == ["colours/red/label", "colours/blue/label"]
    )
    #expect(wizard.fields[1].label.context == "colours/blue/shade/s/label")
    #expect(folder.sources.count == 3)
    let byPath = try folder.wizard("\(kept.path)/plain.yaml", finishing: finishing)
    #expect(byPath.wizard?.name == "plain")
  }

  @Test func `says when file and wizard have different names`() throws {
    let kept = try Folder([
      "other.yaml": Self.plain, "colours.yaml": "options: colors\nentries: [{code: red}]",
    ])
    var folder = WizardFolder(path: kept.path)
    let faults = try folder.wizard("other", finishing: finishing).faults
    #expect(
      faults.map(\.reason) == [
        .nameDiffers(file: "colours", name: "colors"), .nameDiffers(file: "other", name: "plain"),
      ]
    )
  }

  @Test func `reports a broken option list for every wizard that names it`() throws {
    let second = Self.plain.replacing("plain", with: "second")
    let kept = try Folder([
      "plain.yaml": Self.plain, "second.yaml": second,
      "colours.yaml": "options: colours\nentries: {",
    ])
    var folder = WizardFolder(path: kept.path)
    for name in ["plain", "second"] {
      let checked = try folder.wizard(name, finishing: finishing)
      #expect(checked.wizard == nil)
      #expect(checked.faults.map(\.code) == ["syntax"])
    }
  }

  @Test func `finds what is wrong with a list that no wizard names`() throws {
    let folder = try Folder([
      "visit.yaml":
        "wizard: visit\ntitle: V\nstages: [{stage: s, title: S, fields: [{field: f, type: text}]}]\n",
      "kinds.yaml": "options: kinds\nentries:\n  - {code: a, lable: A}\n",
    ])
    var files = WizardFolder(path: folder.path)
    #expect(files.wizardNames() == ["visit"])
    #expect(try files.wizard("visit", finishing: finishing).faults.isEmpty)
    #expect(files.faultsOfUnusedLists().map { "\($0.code) \($0.place.line)" } == ["unknown-key 3"])
    #expect(files.faultsOfUnusedLists().isEmpty)
  }

  @Test func `says which list is missing, once for each field`() throws {
    let kept = try Folder(["plain.yaml": Self.plain])
    var folder = WizardFolder(path: kept.path)
    let faults = try folder.wizard("plain", finishing: finishing).faults
    #expect(faults.map(\.reason) == [.unknownOptions("colours")])
  }

  @Test func `refuses a file that is not there or too large`() throws {
    let kept = try Folder([:])
    try kept.write(Array(repeating: 0x20, count: WizardFolder.sizeLimit + 1), to: "big.yaml")
    var folder = WizardFolder(path: kept.path)
    #expect(throws: FileError(path: "\(kept.path)/none.yaml", reason: .missing)) {
      try folder.wizard("none", finishing: finishing)
    }
    let big = try folder.wizard("big", finishing: finishing)
    #expect(big.wizard == nil)
    #expect(big.faults.map(\.reason) == [.syntax(.tooLarge)])
    // A broken file counts by its name, so that checking all wizards reports it.
    #expect(folder.wizardNames() == ["big"])
  }

  @Test func `reads scalars by the type that is expected`() throws {
    let kept = try Folder([
      "plain.yaml": """
      wizard: plain
      title: 2026
      stages:
        - stage: a
          title: No
          fields:
            - {field: x, type: choice, default: NO, options: [{code: NO, label: 0123}, {code: y}]}
      """
    ])
    var folder = WizardFolder(path: kept.path)
    let wizard = try #require(try folder.wizard("plain", finishing: finishing).wizard)
    #expect(wizard.title.text == "2026")
    #expect(wizard.fields[0].options.map(\.code) == ["NO", "y"])
    #expect(wizard.fields[0].options[0].label.text == "0123")
  }
}

@Suite("The shipped wizards")
struct ShippedWizardTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Wizards").standardized.path

  @Test func `hold, and no path of them is in vain`() throws {
    var folder = WizardFolder(path: Self.folder)
    let names = folder.wizardNames()
    #expect(
      names == [
        "assign-programme", "bill", "book-component", "cancel-invoice", "choose-quota-remainder",
        "end-contract", "enter-contact", "mail-invoices", "register-article", "register-card",
        "register-company",
        "register-component", "register-contact", "register-contract", "register-coupon",
        "register-customer", "register-employee", "register-external-user", "register-offer",
        "register-plan", "register-programme", "register-setting", "register-template",
        "sell-programme", "set-up-issuer", "set-up-mail",
      ]
    )
    let counts = ["register-customer": 12, "book-component": 3, "register-component": 2]
    for name in names {
      let checked = try folder.wizard(name, finishing: finishing)
      #expect(checked.faults == [], "\(name)")
      let wizard = try #require(checked.wizard)
      let walk = PathWalk(of: wizard, on: today)
      #expect(walk.faults == [], "\(name)")
      #expect(walk.pathCount == counts[name] ?? 1)
      #expect(walk.paths.count == walk.pathCount)
    }
  }
}
