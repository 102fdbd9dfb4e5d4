import Testing
import WizardEngine

@testable import FrontDesk
@testable import TerminalForms

/// The pages of the shipped `register-customer` as people see them.
@Suite("A page of the form")
struct PageScreenTests {
  private func screen(
    _ language: String,
    columns: Int = 80,
    rows: Int = 24
  ) throws -> FormScreen {
    try FormScreen(Bench(language: language), columns: columns, rows: rows)
  }

  @Test(arguments: ["en", "de", "es"], [80, 40])
  func `is a stage with all its fields`(language: String, columns: Int) throws {
    guard language == "en" || Shipped.hasCatalog(language) else { return }
    var screen = try screen(language, columns: columns)
    try screen.enter()
    try screen.enter("gmbh")
    switch (language, columns) {
    case ("en", 80): check(screen, """
      @@first_en_80
      """)
    case ("de", 80): check(screen, """
      @@first_de_80
      """)
    case ("es", 80): check(screen, """
      @@first_es_80
      """)
    case ("en", _): check(screen, """
      @@first_en_40
      """)
    case ("de", _): check(screen, """
      @@first_de_40
      """)
    default: check(screen, """
      @@first_es_40
      """)
    }
  }

  @Test(arguments: ["de", "es"])
  func `is left with a line for each answer`(language: String) throws {
    guard Shipped.hasCatalog(language) else { return }
    var screen = try screen(language)
    try screen.enter()
    try screen.enter("sl")
    try screen.enter("industry")
    check(screen, language == "de" ? """
      @@second_de
      """ : """
      @@second_es
      """)
    #expect(screen.kept == (language == "de" ? [
      "Erste Schritte", "  ✓ Kunden anlegen: Als neues Unternehmen", "  ✓ Unternehmenstyp: S.L.",
      "  ✓ Kundenkategorie: Industrie",
    ] : [
      "Primeros pasos", "  ✓ Crear el cliente: Como empresa nueva", "  ✓ Tipo de empresa: S.L.",
      "  ✓ Categoría del cliente: Industria",
    ]))
  }

  @Test(arguments: ["en", "de", "es"])
  func `shows a list with its entries`(language: String) throws {
    guard language == "en" || Shipped.hasCatalog(language) else { return }
    var screen = try filled(language)
    switch language {
    case "en": check(screen, """
      @@list_en
      """)
    case "de": check(screen, """
      @@list_de
      """)
    default: check(screen, """
      @@list_es
      """)
    }
    try screen.press(.text("c"))
    switch language {
    case "en": check(screen, """
      @@item_en
      """)
    case "de": check(screen, """
      @@item_de
      """)
    default: check(screen, """
      @@item_es
      """)
    }
  }

  @Test(arguments: ["en", "de", "es"])
  func `shows all answers before the end`(language: String) throws {
    guard language == "en" || Shipped.hasCatalog(language) else { return }
    var screen = try filled(language)
    screen.size = WindowSize(columns: 80, rows: 40)
    try screen.press(.enter)
    switch language {
    case "en": check(screen, """
      @@review_en
      """)
    case "de": check(screen, """
      @@review_de
      """)
    default: check(screen, """
      @@review_es
      """)
    }
    try screen.press(.enter)
    switch language {
    case "en": check(screen, """
      @@confirm_en
      """)
    case "de": check(screen, """
      @@confirm_de
      """)
    default: check(screen, """
      @@confirm_es
      """)
    }
  }

  @Test(arguments: ["de", "es"])
  func `has help that lies over it`(language: String) throws {
    guard Shipped.hasCatalog(language) else { return }
    var screen = try screen(language)
    try screen.enter()
    try screen.enter("gmbh")
    try screen.enter("public")
    try screen.press(.function(1))
    check(screen, language == "de" ? """
      @@help_de
      """ : """
      @@help_es
      """)
    try screen.press(.escape)
    #expect(screen.lines.contains { $0.hasPrefix("› ") })
  }

  /// The list of contacts with one contact in it.
  private func filled(_ language: String) throws -> FormScreen {
    var screen = try screen(language)
    try screen.enter()
    for text in ["other", "retail", "ES", "Bodegas Solà"] + Array(repeating: "", count: 13) {
      try screen.enter(text)
    }
    try screen.press(.text("a"))
    for text in ["external", "Ana", "Ruiz", "ana@solà.es"] + Array(repeating: "", count: 8) {
      try screen.enter(text)
    }
    return screen
  }
}
