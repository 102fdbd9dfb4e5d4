import MessageCatalogs
import TerminalForms
import Testing
import WizardEngine
import WizardFiles

@testable import FrontDesk

@Suite("The preview of a form")
struct PagePreviewTests {
  /// The names of the shipped wizards.
  static let wizards: [String] = {
    var folder = WizardFolder(path: "\(Shipped.root)/Wizards")
    return folder.wizardNames()
  }()

  private static let languages = ["de", "en", "es"].filter { $0 == "en" || Shipped.hasCatalog($0) }

  private func views(
    _ wizard: Wizard,
    _ wording: Wording = .english,
    columns: Int = 60,
    state: PagePreview.State = .empty
  ) throws -> [PreviewView] {
    try PagePreview(of: Bench(wizard).desk, in: wording, columns: columns, state: state).views()
  }

  @Test(arguments: wizards)
  func `shows every stage and every field that is asked`(name: String) throws {
    let wizard = Shipped.wizard(name)
    let views = try views(wizard, columns: 400)
    let text = views.flatMap { $0.lines.map(\.plain) }.joined(separator: "\n")
    #expect(Set(views.map(\.subject.stage)) == Set(wizard.stages.map(\.key) + ["review"]))
    let fields = wizard.fields + wizard.lists.flatMap(\.fields)
    for field in fields where field.computed == nil {
      #expect(text.contains(field.label.text), "\(field.key)")
      if let hint = field.hint { #expect(text.contains(hint.text), "\(field.key)") }
      for option in field.options { #expect(text.contains(option.label.text), "\(option.code)") }
    }
  }

  @Test(arguments: wizards, [40, 60, 80])
  func `has no word that is cut, of any shipped wizard`(name: String, columns: Int) throws {
    let wizard = Shipped.wizard(name)
    var wordings = Self.languages.map { Shipped.wording($0) }
    // Its longest words are longer than those of any language, and need a wider window.
    if columns > 40 { wordings.append(Wording(PseudoLocale.accented)) }
    for wording in wordings {
      let language = wording.language
      for state in PagePreview.State.allCases {
        let views = try views(wizard, wording, columns: columns, state: state)
        for view in views {
          #expect(view.marks == [], "\(language) \(view.name)")
          #expect(view.lines.allSatisfy { $0.displayWidth < columns }, "\(language) \(view.name)")
          // What an ellipsis stands for was left out by the sentence itself.
          let cut = view.lines.filter { $0.plain.hasSuffix("…") && !$0.plain.hasSuffix(" …") }
          #expect(cut.map(\.plain) == [], "\(language) \(view.name)")
        }
      }
    }
  }

  @Test(arguments: wizards)
  func `says in its error state what is wrong with every required field`(name: String) throws {
    let wizard = Shipped.wizard(name)
    let views = try views(wizard, columns: 400, state: .error)
    let lines = views.flatMap { $0.lines.map(\.plain) }
    let text = lines.joined(separator: "\n")
    for field in wizard.fields + wizard.lists.flatMap(\.fields) {
      // Where there is only one option, it is taken at once.
      if case .always = field.requirement, field.computed == nil, field.options.count != 1 {
        let isSaid = lines.contains { line in
          line.contains("✗ ") && line.contains(" \(field.label.text): ")
        }
        #expect(isSaid, "\(field.key)")
      }
      for rule in field.rules { #expect(text.contains(rule.message.text), "\(rule.code)") }
    }
  }

  @Test(arguments: wizards)
  func `shows every help that there is`(name: String) throws {
    let wizard = Shipped.wizard(name)
    let views = try views(wizard, columns: 2000, state: .help)
    let text = views.flatMap { $0.lines.map(\.plain) }.joined(separator: "\n")
    let fields = wizard.fields + wizard.lists.flatMap(\.fields)
    let helps = [wizard.help] + wizard.stages.map(\.help) + fields.map(\.help)
    for help in helps.compactMap({ $0 }) { #expect(text.contains(help.text), "\(help.context)") }
    #expect(views.last?.lines.contains { $0.plain.contains("Ctrl+Z") } == true)
  }

  @Test func `is the page that the form shows`() throws {
    let screen = try FormScreen(Bench(), columns: 60, rows: 40)
    let view = try #require(try views(Shipped.registerCustomer).first)
    #expect(view.name == "first")
    // The form does not know yet which company type will be chosen, so only its title differs.
    let shown = Array(screen.frame.lines.map(\.plain).dropFirst(2).prefix(4))
    #expect(Array(view.lines.map(\.plain).dropFirst(2).prefix(4)) == shown)
  }

  @Test func `shows fields that exclude each other on pages of their own`() throws {
    let views = try views(Shipped.registerCustomer)
    let first = views.filter { $0.subject == .page(stage: "first") }
    #expect(first.map(\.name) == ["first", "first (2)"])
    #expect(first[0].lines.contains { $0.plain.contains("Company type *") })
    #expect(first[1].lines.contains { $0.plain.contains("Company *") })
    #expect(views.filter { $0.name == "commercialRegister" }.count == 1)
  }

  @Test func `shows what only a typed answer brings up`() throws {
    let wizard = try Wizard.reading(
      """
      wizard: sample
      version: 1
      title: Sample
      stages:
        - stage: one
          title: One
          fields: [{field: name, label: Name, type: text}]
        - stage: two
          title: Two
          when: name == 'x' && !has(name)
          fields: [{field: why, label: Why, type: text, when: size(name) > 3}]
      """
    )
    let views = try views(wizard)
    #expect(views.map(\.name) == ["one", "two", "review"])
    #expect(views[1].lines.contains { $0.plain.contains("Why") })
  }

  @Test func `goes through long lists of options part by part`() throws {
    let names = try views(Shipped.registerCustomer).map(\.name)
    #expect(names.contains("commercialRegister/taxState"))
    #expect(names.contains("commercialRegister/taxState/2"))
    #expect(!names.contains("commercialRegister/taxState/3"))
  }

  private func french(_ entries: String) -> Wording {
    let header = """
      msgid ""
      msgstr "Content-Type: text/plain; charset=UTF-8\\n"


      """
    let catalog = MessageCatalog(bytes: Array((header + entries).utf8))
    return Wording(Translations([("fr", catalog)]), language: "fr")
  }

  @Test func `marks what is not translated, fuzzy or too long, with its key`() throws {
    let wording = french(
      """
      msgctxt "register-card/title"
      msgid "Order a customer card"
      msgstr "Commander"

      #, fuzzy
      msgctxt "alta/form"
      msgid "Back"
      msgstr "Retour"

      msgctxt "alta/form"
      msgid "Cancel"
      msgstr "Unmotquiestbeaucouptroplongpourunefenêtreétroite"

      """
    )
    let view = try #require(try views(Shipped.wizard("register-card"), wording, columns: 40).first)
    func marks(_ matter: PreviewMark.Matter) -> [String] {
      view.marks.filter { $0.matter == matter }.map { "\($0.context) \($0.text)" }
    }
    #expect(marks(.fuzzy) == ["alta/form Back"])
    #expect(marks(.untranslated).contains { $0.hasPrefix("register-card/") })
    #expect(!marks(.untranslated).contains { $0.hasPrefix("register-card/title") })
    #expect(marks(.cut).count == 1 && marks(.cut)[0].hasPrefix("alta/form [Unmot"))
    // What is not translated stands out where it stands.
    let line = try #require(view.lines.first { $0.plain.contains("[Back]") })
    #expect(line != Line(line.plain))
  }

  @Test func `says about each message once, where it is seen first`() throws {
    let views = try views(Shipped.registerCustomer, french(""))
    let marks = views.flatMap(\.marks)
    #expect(marks.count > 50)
    #expect(Set(marks).count == marks.count)
    // A field that is shown alone says nothing of the others of its page.
    let category = try #require(views.first { $0.name == "first/category" })
    #expect(category.marks.contains { $0.context.hasSuffix("categories/retail/label") })
    #expect(!category.marks.contains { $0.context.hasPrefix("company-types/") })
  }

  @Test func `takes no text in wide characters for cut`() throws {
    let text = String(repeating: "日本語", count: 40)
    let wording = french(
      """
      msgctxt "register-card/card/customer/label"
      msgid "Customer"
      msgstr "\(text)"

      """
    )
    let views = try views(Shipped.wizard("register-card"), wording, columns: 40)
    #expect(views[0].lines.contains { $0.plain.contains("日本語日本語") })
    #expect(views.flatMap(\.marks).allSatisfy { $0.matter == .untranslated })
  }

  @Test func `says nothing about English`() throws {
    #expect(try views(Shipped.registerCustomer).allSatisfy { $0.marks.isEmpty })
  }
}
