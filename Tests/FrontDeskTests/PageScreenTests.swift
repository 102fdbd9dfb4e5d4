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
    case ("en", 80):
      check(
        screen,
        """
        Register a customer · Step 1 of about 4 · First steps

          Create the customer  As a new company
          Company type *       GmbH
        › Customer category *  ▏
                                 ○ Retail
                                 ○ Wholesale
                                 ○ Industry
                                 ○ Services
                                 ○ Non-profit
                                 ○ Public administration
                                 ○ Health
                                 ○ Construction
                               Decides which further questions follow. It cannot be
                               changed after registration.

          [Next]   [Back]   [Cancel]
        type to find · ↑↓ choose · Enter next · F1 help · Ctrl+S draft
        """
      )
    case ("de", 80):
      check(
        screen,
        """
        Kunden registrieren · Schritt 1 von etwa 4 · Erste Schritte

          Kunden anlegen     Als neues Unternehmen
          Unternehmenstyp *  GmbH
        › Kundenkategorie *  ▏
                               ○ Einzelhandel
                               ○ Großhandel
                               ○ Industrie
                               ○ Dienstleistungen
                               ○ Gemeinnützig
                               ○ Öffentliche Verwaltung
                               ○ Gesundheit
                               ○ Bauwesen
                             Bestimmt, welche weiteren Fragen folgen. Kann nach der
                             Registrierung nicht mehr geändert werden.

          [Weiter]   [Zurück]   [Abbrechen]
        Tippen zum Suchen · ↑↓ wählen · Eingabe weiter · F1 Hilfe · Strg+S Entwurf
        """
      )
    case ("es", 80):
      check(
        screen,
        """
        Registrar cliente · Etapa 1 de aproximadamente 4 · Primeros pasos

          Crear el cliente         Como empresa nueva
          Tipo de empresa *        GmbH
        › Categoría del cliente *  ▏
                                     ○ Comercio minorista
                                     ○ Comercio mayorista
                                     ○ Industria
                                     ○ Servicios
                                     ○ Sin ánimo de lucro
                                     ○ Administración pública
                                     ○ Sanidad
                                     ○ Construcción
                                   Determina qué más se preguntará. No podrá
                                   modificarse después del registro.

          [Siguiente]   [Anterior]   [Cancelar]
        escriba para buscar · ↑↓ elegir · Intro seguir · F1 ayuda · Ctrl+S borrador
        """
      )
    case ("en", _):
      check(
        screen,
        """
        Register a customer · Step 1 of about 4
        · First steps

          Create the customer
            As a new company
          Company type *
            GmbH
        › Customer category *
            ▏
              ○ Retail
              ○ Wholesale
              ○ Industry
              ○ Services
              ○ Non-profit
              ○ Public administration
              ○ Health
              ○ Construction
            Decides which further questions
            follow. It cannot be changed after
            registration.

          [Next]   [Back]   [Cancel]
        type to find · ↑↓ choose · Enter next ·
        F1 help · Ctrl+S draft
        """
      )
    case ("de", _):
      check(
        screen,
        """
        Kunden registrieren · Schritt 1 von
        etwa 4 · Erste Schritte

          …
          Unternehmenstyp *
            GmbH
        › Kundenkategorie *
            ▏
              ○ Einzelhandel
              ○ Großhandel
              ○ Industrie
              ○ Dienstleistungen
              ○ Gemeinnützig
              ○ Öffentliche Verwaltung
              ○ Gesundheit
              ○ Bauwesen
            Bestimmt, welche weiteren Fragen
            folgen. Kann nach der Registrierung
            nicht mehr geändert werden.

          [Weiter]   [Zurück]   [Abbrechen]
        Tippen zum Suchen · ↑↓ wählen ·
        Eingabe weiter · F1 Hilfe ·
        Strg+S Entwurf
        """
      )
    default:
      check(
        screen,
        """
        Registrar cliente · Etapa 1 de
        aproximadamente 4 · Primeros pasos

          …
          Tipo de empresa *
            GmbH
        › Categoría del cliente *
            ▏
              ○ Comercio minorista
              ○ Comercio mayorista
              ○ Industria
              ○ Servicios
              ○ Sin ánimo de lucro
              ○ Administración pública
              ○ Sanidad
              ○ Construcción
            Determina qué más se preguntará. No
            podrá modificarse después del
            registro.

          [Siguiente]   [Anterior]   [Cancelar]
        escriba para buscar · ↑↓ elegir ·
        Intro seguir · F1 ayuda ·
        Ctrl+S borrador
        """
      )
    }
  }

  @Test(arguments: ["de", "es"])
  func `is left with a line for each answer`(language: String) throws {
    guard Shipped.hasCatalog(language) else { return }
    var screen = try screen(language)
    try screen.enter()
    try screen.enter("sl")
    try screen.enter("industry")
    check(
      screen,
      language == "de"
        ? """
        Kunden registrieren · Schritt 2 von etwa 3 · Unternehmensdaten

        › Land                    ▏Spanien
                                  optional · Der Name des Landes oder sein Code aus
                                  zwei Buchstaben, zum Beispiel DE oder ES.
          Kennung *
          Name *
          Adresse 1
          Adresse 2
          PLZ
          Ort
          Bundesland
          Primäre Telefonnummer
          Telefon 2
          Primäre Faxnummer
          Primäre E-Mail-Adresse
          E-Mail 2
          Internetseite
          Standardsprache         Spanisch
          Rechnung per Post       ja

          [Weiter]   [Zurück]   [Abbrechen]
        Tippen zum Suchen · ↓ Vorschlag wählen · Eingabe weiter · F1 Hilfe
        """
        : """
        Registrar cliente · Etapa 2 de aproximadamente 3 · Datos de la empresa

        › País                           ▏España
                                         opcional · El nombre del país o su código de
                                         dos letras, por ejemplo DE o ES.
          Identificador *
          Nombre *
          Dirección 1
          Dirección 2
          Código postal
          Ciudad
          Provincia
          Teléfono principal
          Teléfono secundario
          Fax principal
          Correo electrónico principal
          Correo electrónico secundario
          Sitio web
          Idioma estándar                español
          Factura por correo postal      sí

          [Siguiente]   [Anterior]   [Cancelar]
        escriba para buscar · ↓ elegir propuesta · Intro seguir · F1 ayuda
        """
    )
    #expect(
      screen.kept
        == (language == "de"
          ? [
            "Erste Schritte", "  ✓ Kunden anlegen: Als neues Unternehmen",
            "  ✓ Unternehmenstyp: S.L.",
            "  ✓ Kundenkategorie: Industrie",
          ]
          : [
            "Primeros pasos", "  ✓ Crear el cliente: Como empresa nueva",
            "  ✓ Tipo de empresa: S.L.",
            "  ✓ Categoría del cliente: Industria",
          ])
    )
  }

  @Test(arguments: ["en", "de", "es"])
  func `shows a list with its entries`(language: String) throws {
    guard language == "en" || Shipped.hasCatalog(language) else { return }
    var screen = try filled(language)
    switch language {
    case "en":
      check(
        screen,
        """
        Register a customer · Step 3 of 3 · Company contacts

          1  Ana Ruiz  External user · ana@solà.es
          + Add an entry

        ▏› [Finish]   [Back]   [Cancel]
        a add · c change · r remove · Enter choose · F1 help
        """
      )
    case "de":
      check(
        screen,
        """
        Kunden registrieren · Schritt 3 von 3 · Unternehmenskontakte

          1  Ana Ruiz  Externer Benutzer · ana@solà.es
          + Eintrag hinzufügen

        ▏› [Fertigstellen]   [Zurück]   [Abbrechen]
        a hinzufügen · c ändern · r entfernen · Eingabe wählen · F1 Hilfe
        """
      )
    default:
      check(
        screen,
        """
        Registrar cliente · Etapa 3 de 3 · Contactos de la empresa

          1  Ana Ruiz  Usuario externo · ana@solà.es
          + Añadir una entrada

        ▏› [Finalizar]   [Anterior]   [Cancelar]
        a añadir · c cambiar · r quitar · Intro elegir · F1 ayuda
        """
      )
    }
    try screen.press(.text("c"))
    switch language {
    case "en":
      check(
        screen,
        """
        Register a customer · Step 3 of 3 · Company contacts: Ana Ruiz

        › Kind                          ▏External user
                                          ○ Contact
                                        › ● External user
                                        optional
          First name                    Ana
          Last name                     Ruiz
          E-mail *                      ana@solà.es
          Phone
          Mobile phone
          Area
          Role
          Default contact               no
          Portal language *             Spanish
          Max. number of connections *  1
          License key

          [Done]   [Back]   [Cancel]
        type to find · ↑↓ choose · Enter next · F1 help · Ctrl+S draft
        """
      )
    case "de":
      check(
        screen,
        """
        Kunden registrieren · Schritt 3 von 3 · Unternehmenskontakte: Ana Ruiz

        › Art                               ▏Externer Benutzer
                                              ○ Kontakt
                                            › ● Externer Benutzer
                                            optional
          Vorname                           Ana
          Nachname                          Ruiz
          E-Mail-Adresse *                  ana@solà.es
          Telefon
          Mobiltelefon
          Tätigkeitsbereich
          Funktion
          Standardkontakt                   nein
          Portalsprache *                   Spanisch
          Max. gleichzeitige Anmeldungen *  1
          Lizenzschlüssel

          [Übernehmen]   [Zurück]   [Abbrechen]
        Tippen zum Suchen · ↑↓ wählen · Eingabe weiter · F1 Hilfe · Strg+S Entwurf
        """
      )
    default:
      check(
        screen,
        """
        Registrar cliente · Etapa 3 de 3 · Contactos de la empresa: Ana Ruiz

        › Tipo                             ▏Usuario externo
                                             ○ Contacto
                                           › ● Usuario externo
                                           opcional
          Nombre                           Ana
          Apellido                         Ruiz
          Correo electrónico *             ana@solà.es
          Teléfono
          Teléfono móvil
          Área de actuación
          Función
          Contacto estándar de la empresa  no
          Idioma del portal *              español
          Número máximo de conexiones *    1
          Licencia de acceso

          [Aceptar]   [Anterior]   [Cancelar]
        escriba para buscar · ↑↓ elegir · Intro seguir · F1 ayuda · Ctrl+S borrador
        """
      )
    }
  }

  @Test(arguments: ["en", "de", "es"])
  func `shows all answers before the end`(language: String) throws {
    guard language == "en" || Shipped.hasCatalog(language) else { return }
    var screen = try filled(language)
    screen.size = WindowSize(columns: 80, rows: 40)
    try screen.press(.enter)
    switch language {
    case "en":
      check(
        screen,
        """
        Register a customer · Check the answers – nothing has been stored yet

        First steps
           1  Create the customer  As a new company
           2  Company type         Other
           3  Customer category    Retail
        Company data
           4  Country              Spain
              Identifier           The number is generated when the registration is
                                   stored.
           5  Name                 Bodegas Solà
           6  Address 1            not provided
           7  Address 2            not provided
           8  Postal code          not provided
           9  City                 not provided
          10  State                not provided
          11  Primary phone        not provided
          12  Secondary phone      not provided
          13  Primary fax          not provided
          14  Primary e-mail       not provided
          15  Secondary e-mail     not provided
          16  Website              not provided
          17  Default language     Spanish
          18  Invoice by post      yes
        Company contacts
          19  1 entry
          20  Ana Ruiz             External user · ana@solà.es

        ▏› [Finish: Register a customer]   [Back]   [Cancel]
        ←→ choose · Enter do it · Shift+Tab back · F1 help
        """
      )
    case "de":
      check(
        screen,
        """
        Kunden registrieren · Angaben prüfen – noch ist nichts gespeichert

        Erste Schritte
           1  Kunden anlegen          Als neues Unternehmen
           2  Unternehmenstyp         Sonstige
           3  Kundenkategorie         Einzelhandel
        Unternehmensdaten
           4  Land                    Spanien
              Kennung                 Die Nummer wird beim Speichern der Registrierung
                                      vergeben.
           5  Name                    Bodegas Solà
           6  Adresse 1               keine Angabe
           7  Adresse 2               keine Angabe
           8  PLZ                     keine Angabe
           9  Ort                     keine Angabe
          10  Bundesland              keine Angabe
          11  Primäre Telefonnummer   keine Angabe
          12  Telefon 2               keine Angabe
          13  Primäre Faxnummer       keine Angabe
          14  Primäre E-Mail-Adresse  keine Angabe
          15  E-Mail 2                keine Angabe
          16  Internetseite           keine Angabe
          17  Standardsprache         Spanisch
          18  Rechnung per Post       ja
        Unternehmenskontakte
          19  1 Eintrag
          20  Ana Ruiz                Externer Benutzer · ana@solà.es

        ▏› [Fertigstellen: Kunden registrieren]   [Zurück]   [Abbrechen]
        ←→ wählen · Eingabe ausführen · Umschalt+Tab zurück · F1 Hilfe
        """
      )
    default:
      check(
        screen,
        """
        Registrar cliente · Revise las respuestas: todavía no se ha guardado nada

        Primeros pasos
           1  Crear el cliente               Como empresa nueva
           2  Tipo de empresa                Otro
           3  Categoría del cliente          Comercio minorista
        Datos de la empresa
           4  País                           España
              Identificador                  El número se genera al guardar el alta.
           5  Nombre                         Bodegas Solà
           6  Dirección 1                    no indicado
           7  Dirección 2                    no indicado
           8  Código postal                  no indicado
           9  Ciudad                         no indicado
          10  Provincia                      no indicado
          11  Teléfono principal             no indicado
          12  Teléfono secundario            no indicado
          13  Fax principal                  no indicado
          14  Correo electrónico principal   no indicado
          15  Correo electrónico secundario  no indicado
          16  Sitio web                      no indicado
          17  Idioma estándar                español
          18  Factura por correo postal      sí
        Contactos de la empresa
          19  1 entrada
          20  Ana Ruiz                       Usuario externo · ana@solà.es

        ▏› [Finalizar: Registrar cliente]   [Anterior]   [Cancelar]
        ←→ elegir · Intro ejecutar · Mayús+Tab volver · F1 ayuda
        """
      )
    }
    try screen.press(.enter)
    switch language {
    case "en":
      check(
        screen,
        """
        Register a customer · Check the answers – nothing has been stored yet

        First steps
           1  Create the customer  As a new company
           2  Company type         Other
           3  Customer category    Retail
        Company data
           4  Country              Spain
              Identifier           The number is generated when the registration is
                                   stored.
           5  Name                 Bodegas Solà
           6  Address 1            not provided
           7  Address 2            not provided
           8  Postal code          not provided
           9  City                 not provided
          10  State                not provided
          11  Primary phone        not provided
          12  Secondary phone      not provided
          13  Primary fax          not provided
          14  Primary e-mail       not provided
          15  Secondary e-mail     not provided
          16  Website              not provided
          17  Default language     Spanish
          18  Invoice by post      yes
        Company contacts
          19  1 entry
          20  Ana Ruiz             External user · ana@solà.es

          ? Company type and category can no longer be changed afterwards. Continue?
        ▏› [yes]   [no]
        ←→ choose · Enter take it · Esc back to the form
        """
      )
    case "de":
      check(
        screen,
        """
        Kunden registrieren · Angaben prüfen – noch ist nichts gespeichert

        Erste Schritte
           1  Kunden anlegen          Als neues Unternehmen
           2  Unternehmenstyp         Sonstige
           3  Kundenkategorie         Einzelhandel
        Unternehmensdaten
           4  Land                    Spanien
              Kennung                 Die Nummer wird beim Speichern der Registrierung
                                      vergeben.
           5  Name                    Bodegas Solà
           6  Adresse 1               keine Angabe
           7  Adresse 2               keine Angabe
           8  PLZ                     keine Angabe
           9  Ort                     keine Angabe
          10  Bundesland              keine Angabe
          11  Primäre Telefonnummer   keine Angabe
          12  Telefon 2               keine Angabe
          13  Primäre Faxnummer       keine Angabe
          14  Primäre E-Mail-Adresse  keine Angabe
          15  E-Mail 2                keine Angabe
          16  Internetseite           keine Angabe
          17  Standardsprache         Spanisch
          18  Rechnung per Post       ja
        Unternehmenskontakte
          19  1 Eintrag
          20  Ana Ruiz                Externer Benutzer · ana@solà.es

          ? Unternehmenstyp und Kategorie können danach nicht mehr geändert werden.
            Fortfahren?
        ▏› [ja]   [nein]
        ←→ wählen · Eingabe bestätigen · Esc zurück zum Formular
        """
      )
    default:
      check(
        screen,
        """
        Registrar cliente · Revise las respuestas: todavía no se ha guardado nada

        Primeros pasos
           1  Crear el cliente               Como empresa nueva
           2  Tipo de empresa                Otro
           3  Categoría del cliente          Comercio minorista
        Datos de la empresa
           4  País                           España
              Identificador                  El número se genera al guardar el alta.
           5  Nombre                         Bodegas Solà
           6  Dirección 1                    no indicado
           7  Dirección 2                    no indicado
           8  Código postal                  no indicado
           9  Ciudad                         no indicado
          10  Provincia                      no indicado
          11  Teléfono principal             no indicado
          12  Teléfono secundario            no indicado
          13  Fax principal                  no indicado
          14  Correo electrónico principal   no indicado
          15  Correo electrónico secundario  no indicado
          16  Sitio web                      no indicado
          17  Idioma estándar                español
          18  Factura por correo postal      sí
        Contactos de la empresa
          19  1 entrada
          20  Ana Ruiz                       Usuario externo · ana@solà.es

          ? El tipo de empresa y la categoría ya no podrán modificarse. ¿Continuar?
        ▏› [sí]   [no]
        ←→ elegir · Intro confirmar · Esc volver al formulario
        """
      )
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
    check(
      screen,
      language == "de"
        ? """
        Registergericht
        i Der Ort des Gerichts, zum Beispiel München oder Charlottenburg.
        ? Warum wird das gefragt? Grund: Unternehmenstyp ist „GmbH“.
        i Gericht, Art und Nummer, wie sie im Registerauszug des Unternehmens stehen.

        Tasten
          Eingabe                    übernimmt die Angabe und geht weiter; beginnt in
                                     mehrzeiligem Text eine neue Zeile
          Tab                        geht zur nächsten Frage, dann zu Weiter, Zurück
                                     und Abbrechen
          Umschalt+Tab, Alt+←        geht zur vorigen Frage zurück, unabhängig von der
                                     Eingabe
          Esc                        schließt, was offen ist, und geht dann einen
                                     Schritt zurück; fragt im ersten Schritt, ob Sie
                                     den Dialog verlassen möchten
          ↑, ↓, Strg+P, Strg+N       führen durch eine Auswahlliste oder von Frage zu
                                     Frage
          Buchstaben                 suchen in der Auswahlliste nach Name, Code oder
                                     einem Teil davon, mit oder ohne Akzente
          Leertaste, Strg+Leertaste  kreuzt an, wo mehrere Angaben möglich sind; Strg+A
                                     kreuzt alle oder keine an
          Entf                       nimmt zurück, was in einer Auswahlliste gewählt
                                     war
        ↑↓ blättern · Esc zurück zum Formular
        """
        : """
        Tribunal de registro
        i La localidad del tribunal, por ejemplo München o Charlottenburg.
        ? ¿Por qué se pregunta? Motivo: Tipo de empresa es «GmbH».
        i Tribunal, tipo y número, tal como figuran en el extracto registral de la
          empresa.

        Teclas
          Intro                    acepta la respuesta y sigue; en un texto de varias
                                   líneas, empieza una línea nueva
          Tab                      va a la pregunta siguiente y después a Siguiente,
                                   Anterior y Cancelar
          Mayús+Tab, Alt+←         vuelve a la pregunta anterior, sin importar lo
                                   escrito
          Esc                      cierra lo que esté abierto y después retrocede una
                                   etapa; en la primera etapa, pregunta si desea salir
          ↑, ↓, Ctrl+P, Ctrl+N     recorren una lista de opciones o pasan de una
                                   pregunta a otra
          letras                   buscan una opción por su nombre, su código o una
                                   parte de ellos, con o sin acentos
          Espacio, Ctrl+Espacio    marca una opción cuando se pueden elegir varias;
                                   Ctrl+A marca todas o ninguna
          Supr                     deshace lo elegido en una lista de opciones
          a, c, r                  añadir, cambiar, quitar una entrada de una lista; un
        ↑↓ recorrer · Esc volver al formulario
        """
    )
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
