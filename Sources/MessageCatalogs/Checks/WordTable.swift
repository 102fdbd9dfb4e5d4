import PlainValues

/// What is known of words of German and Spanish, by the hashes of ``CheckedText``.
struct WordTable: Sendable {
  enum Fact: Sendable {
    /// Addresses the reader with distance, where it is a capital.
    case formal
    /// Addresses the reader as a friend.
    case informal
    /// Addresses several friends, in Spain.
    case informalPlural
    /// Only at the beginning of a sentence tells a friend what to do.
    case imperative
    /// A noun, which German writes with a capital.
    case noun
    /// A name of a month, a day or a language, which Spanish writes with a small letter.
    case smallName
    /// Spelled without umlauts or accents; the right spelling.
    case plain(String)
    /// May stand twice in a row.
    case mayRepeat
  }

  private let facts: [UInt64: Fact]
  /// Bits of the hashes that are there, so that most words are done with at once.
  private let filter: [Bool]

  private init(_ groups: [(Fact, String)], _ spellings: [(String, String)]) {
    var facts: [UInt64: Fact] = [:]
    for (fact, words) in groups {
      for word in words.split(separator: " ") { facts[wordHash(word)] = fact }
    }
    for (word, right) in spellings { facts[wordHash(word)] = .plain(right) }
    var filter = [Bool](repeating: false, count: 4096)
    for hash in facts.keys { filter[Int(hash & 4095)] = true }
    (self.facts, self.filter) = (facts, filter)
  }

  subscript(hash: UInt64) -> Fact? {
    filter[Int(hash & 4095)] ? facts[hash] : nil
  }

  static let none = WordTable([], [])

  /// - SeeAlso: Amtliches Regelwerk der deutschen Rechtschreibung, § 65 (Sie), § 55 (nouns).
  static let german = WordTable(
    [
      (.formal, "sie ihnen ihr ihre ihrem ihren ihrer ihres"),
      (
        .informal,
        "du dich dir dein deine deinem deinen deiner deines euch euer eure eurem euren eurer"
      ),
      (.imperative, "wähle gib klicke drücke bestätige tippe beachte trage prüfe"),
      (
        .noun,
        """
        montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar april juni \
        juli august september oktober november dezember rechnung kunde vertrag angebot adresse datei \
        sprache kennung vorlage betrag assistent antwort frage zeile spalte
        """
      ),
      (.mayRepeat, "die der das dem den des wert"),
    ],
    [
      ("fuer", "für"), ("ueber", "über"), ("koennen", "können"), ("muessen", "müssen"),
      ("moechten", "möchten"), ("waehlen", "wählen"), ("pruefen", "prüfen"),
      ("aendern", "ändern"), ("geaendert", "geändert"), ("loeschen", "löschen"),
      ("geloescht", "gelöscht"), ("oeffnen", "öffnen"), ("schliessen", "schließen"),
      ("ausserdem", "außerdem"), ("gross", "groß"), ("grosse", "große"), ("groesse", "Größe"),
      ("zurueck", "zurück"), ("gueltig", "gültig"), ("ungueltig", "ungültig"),
      ("naechste", "nächste"), ("naechsten", "nächsten"), ("waehrend", "während"),
      ("strasse", "Straße"), ("schluessel", "Schlüssel"), ("verfuegbar", "verfügbar"),
      ("hinzufuegen", "hinzufügen"), ("unterstuetzt", "unterstützt"), ("moeglich", "möglich"),
      ("laenge", "Länge"), ("laender", "Länder"), ("eintraege", "Einträge"),
      ("bestaetigen", "bestätigen"), ("ausfuehren", "ausführen"), ("enthaelt", "enthält"),
      ("fuehrt", "führt"), ("heisst", "heißt"), ("weiss", "weiß"), ("mussen", "müssen"),
      ("laesst", "lässt"), ("muß", "muss"), ("daß", "dass"), ("läßt", "lässt"),
    ]
  )

  /// - SeeAlso: RAE, Ortografía de la lengua española (2010), 4.2.4.8 and 4.2.4.10 (small letters).
  static let spanish = WordTable(
    [
      (.formal, "usted ustedes seleccione elija introduzca pulse haga compruebe indique confirme"),
      (
        .informal,
        "tú tu tus ti contigo puedes quieres debes tienes necesitas deseas sabes prefieres haz elegiste"
      ),
      (
        .informalPlural, "vosotros vosotras vuestro vuestra vuestros vuestras podéis queréis tenéis"
      ),
      (
        .smallName,
        """
        lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio \
        agosto septiembre octubre noviembre diciembre alemán español inglés francés italiano portugués \
        catalán
        """
      ),
    ],
    [
      ("informacion", "información"), ("telefono", "teléfono"), ("electronico", "electrónico"),
      ("direccion", "dirección"), ("numero", "número"), ("codigo", "código"),
      ("contrasena", "contraseña"), ("espanol", "español"), ("tambien", "también"),
      ("segun", "según"), ("todavia", "todavía"), ("aqui", "aquí"), ("asi", "así"),
      ("categoria", "categoría"), ("facturacion", "facturación"), ("fidelizacion", "fidelización"),
      ("opcion", "opción"), ("accion", "acción"), ("seleccion", "selección"),
      ("descripcion", "descripción"), ("version", "versión"), ("pagina", "página"),
      ("valido", "válido"), ("invalido", "inválido"), ("ultimo", "último"),
      ("unico", "único"), ("pais", "país"), ("ingles", "inglés"), ("aleman", "alemán"),
      ("dia", "día"), ("dias", "días"), ("mas", "más"), ("linea", "línea"), ("lineas", "líneas"),
      ("operacion", "operación"), ("configuracion", "configuración"), ("vacio", "vacío"),
      ("ningun", "ningún"), ("despues", "después"), ("articulo", "artículo"),
    ]
  )
}
