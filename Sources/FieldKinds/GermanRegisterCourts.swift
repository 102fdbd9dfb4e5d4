import PlainValues

/// The German courts that keep registers of companies, partnerships, cooperatives and associations.
///
/// - SeeAlso: The court list of the states' common register portal, www.handelsregister.de; § 376 FamFG
///   and the states' ordinances for which courts keep a register.
enum GermanRegisterCourts {
  /// The names as the register portal gives them, without doubled parts, by state; courts of old entries
  /// included.
  private static let written = """
    Freiburg; Mannheim; Stuttgart; Ulm

    Amberg; Ansbach; Aschaffenburg; Augsburg; Bamberg; Bayreuth; Coburg; Deggendorf; Fürth; Hof
    Ingolstadt; Kempten (Allgäu); Landshut; Memmingen; München; Nürnberg; Passau; Regensburg
    Schweinfurt; Straubing; Traunstein; Weiden i. d. OPf.; Würzburg

    Berlin (Charlottenburg); Cottbus; Frankfurt/Oder; Neuruppin; Potsdam; Bremen; Hamburg

    Bad Hersfeld; Bad Homburg v.d.H.; Darmstadt; Eschwege; Frankfurt am Main; Friedberg; Fritzlar
    Fulda; Gießen; Hanau; Kassel; Königstein; Korbach; Limburg; Marburg; Offenbach am Main; Wetzlar
    Wiesbaden

    Neubrandenburg; Rostock; Schwerin; Stralsund

    Aurich; Braunschweig; Göttingen; Hannover; Hildesheim; Lüneburg; Oldenburg (Oldenburg); Osnabrück
    Stadthagen; Tostedt; Walsrode

    Aachen; Arnsberg; Bad Oeynhausen; Bielefeld; Bochum; Bonn; Coesfeld; Dortmund; Duisburg; Düren
    Düsseldorf; Essen; Gelsenkirchen; Gütersloh; Hagen; Hamm; Iserlohn; Kleve; Köln; Krefeld
    Langenfeld; Lemgo; Mönchengladbach; Münster; Neuss; Paderborn; Recklinghausen; Siegburg; Siegen
    Steinfurt; Wuppertal

    Bad Kreuznach; Kaiserslautern; Koblenz; Landau; Ludwigshafen am Rhein; Mainz; Montabaur; Wittlich
    Zweibrücken

    Homburg; Lebach; Merzig; Neunkirchen; Ottweiler; Saarbrücken; Saarlouis; St. Ingbert; St. Wendel
    Völklingen

    Chemnitz; Dresden; Leipzig; Stendal; Flensburg; Kiel; Lübeck; Pinneberg

    Altenburg; Apolda; Arnstadt; Arnstadt Zweigstelle Ilmenau; Bad Salzungen; Eisenach; Erfurt; Gera
    Gotha; Greiz; Heilbad Heiligenstadt; Hildburghausen; Jena; Meiningen; Mühlhausen; Nordhausen
    Pößneck; Pößneck Zweigstelle Bad Lobenstein; Rudolstadt; Rudolstadt Zweigstelle Saalfeld; Sömmerda
    Sondershausen; Sonneberg; Stadtroda; Suhl; Weimar
    """

  /// Other names in use, and the court each means.
  private static let aliases = [
    ("Bad Homburg", "Bad Homburg v.d.H."),
    ("Bad Homburg v. d. Höhe", "Bad Homburg v.d.H."),
    ("Bad Homburg vor der Höhe", "Bad Homburg v.d.H."),
    ("Berlin", "Berlin (Charlottenburg)"),
    ("Charlottenburg", "Berlin (Charlottenburg)"),
    ("Charlottenburg (Berlin)", "Berlin (Charlottenburg)"),
    ("Frankfurt a. d. Oder", "Frankfurt/Oder"),
    ("Frankfurt an der Oder", "Frankfurt/Oder"),
    ("Frankfurt a. M.", "Frankfurt am Main"),
    ("Frankfurt a. Main", "Frankfurt am Main"),
    ("Frankfurt/Main", "Frankfurt am Main"),
    ("Freiburg i. Br.", "Freiburg"),
    ("Freiburg im Breisgau", "Freiburg"),
    ("Friedberg (Hessen)", "Friedberg"),
    ("Hof (Saale)", "Hof"),
    ("Höxter", "Paderborn"),
    ("Paderborn früher Höxter", "Paderborn"),
    ("Kempten", "Kempten (Allgäu)"),
    ("Königstein im Taunus", "Königstein"),
    ("Landau in der Pfalz", "Landau"),
    ("Landau i. d. Pfalz", "Landau"),
    ("Limburg an der Lahn", "Limburg"),
    ("Limburg a. d. Lahn", "Limburg"),
    ("Ludwigshafen", "Ludwigshafen am Rhein"),
    ("Ludwigshafen a. Rhein", "Ludwigshafen am Rhein"),
    ("Ludwigshafen a. Rhein (Ludwigshafen)", "Ludwigshafen am Rhein"),
    ("Offenbach", "Offenbach am Main"),
    ("Offenbach a. M.", "Offenbach am Main"),
    ("Oldenburg", "Oldenburg (Oldenburg)"),
    ("Oldenburg (Oldb)", "Oldenburg (Oldenburg)"),
    ("Sankt Ingbert", "St. Ingbert"),
    ("St. Ingbert (St Ingbert)", "St. Ingbert"),
    ("Sankt Wendel", "St. Wendel"),
    ("St. Wendel (St Wendel)", "St. Wendel"),
    ("Weiden", "Weiden i. d. OPf."),
    ("Weiden in der Oberpfalz", "Weiden i. d. OPf."),
  ]

  /// All courts, in the order of their table.
  static let all: [String] = written.split { $0 == ";" || $0.isNewline }
    .map { String($0.drop { $0 == " " }) }

  private static let courtsByKey: [String: String] = {
    var courts: [String: String] = [:]
    for (name, court) in all.map({ ($0, $0) }) + aliases {
      courts[key(name)] = court
      courts[key(name, umlaut: "")] = court
    }
    return courts
  }()

  /// The courts whose numbers may have letters behind them.
  ///
  /// Berlin writes `B`; Bremen and the courts of Schleswig-Holstein write those of the place where the
  /// register was kept before (`HB`, `BHV`, `FL`, `KI`, `HL`, `PI`, …).
  private static let lettered: Set<String> = [
    "Berlin (Charlottenburg)", "Bremen", "Flensburg", "Kiel", "Lübeck", "Pinneberg",
  ]

  /// Whether a court puts letters after its numbers, as in `HRB 12345 B`.
  static func putLetters(afterNumbersAt court: String) -> Bool { lettered.contains(court) }

  /// The court that words name, which may begin with what every court is called.
  ///
  /// - Parameters:
  ///   - words: The words, in the order they stand.
  ///   - kind: The kind that is read, for the failure.
  /// - Returns: The name that the court is stored by.
  /// - Throws: `structure` where no name is left, `component` for a name of no court.
  static func court(called words: [String], for kind: KindName) throws(KindFailure) -> String {
    let name = name(in: words)
    guard !name.isEmpty else { throw .structure(kind) }
    guard let court = courtsByKey[key(name)] else {
      throw .component(.court, found: name, suggestions: nearest(to: name))
    }
    return court
  }

  /// Whether words name a court.
  static func isCourt(_ words: [String]) -> Bool { courtsByKey[key(name(in: words))] != nil }

  /// The name in words that may begin with what every court is called.
  static func name(in words: [String]) -> String {
    let titles = ["amtsgericht", "ag", "registergericht", "handelsregister", "beim"]
    return words.drop { titles.contains($0.lowercased()) }.joined(separator: " ")
  }

  /// The courts whose names are nearest to a text, up to three, nearest first.
  ///
  /// - Complexity: O(*n*) in the text, which counts up to 64 letters; nothing is near a longer one.
  private static func nearest(to name: String) -> [String] {
    let wanted = Array(key(name).unicodeScalars)
    guard (2...64).contains(wanted.count) else { return [] }
    let rated = all.enumerated().compactMap { place, court -> (Int, Int, String)? in
      let candidate = Array(key(court).unicodeScalars)
      let slips = candidate.starts(with: wanted) ? 0 : slips(between: wanted, and: candidate)
      return slips * 2 <= max(wanted.count, 4) ? (slips, place, court) : nil
    }
    return rated.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(3).map(\.2)
  }

  /// What is compared of a name: its letters in lower case, umlauts with an `e`, or as told.
  ///
  /// Punctuation as names of courts have it goes; what no such name has stays, and so fits none.
  private static func key(_ name: String, umlaut: String = "e") -> String {
    var key = ""
    for scalar in name.lowercased().unicodeScalars {
      switch scalar {
      case "ä": key += "a" + umlaut
      case "ö": key += "o" + umlaut
      case "ü": key += "u" + umlaut
      case "ß": key += "ss"
      case " ", ".", "/", "(", ")", "-": break
      default: key.unicodeScalars.append(scalar)
      }
    }
    return key
  }
}
