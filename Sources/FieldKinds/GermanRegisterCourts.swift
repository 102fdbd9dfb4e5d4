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

  /// The court that a name means, in any case, with or without umlauts, `ß` and punctuation.
  static func court(named name: String) -> String? {
    courtsByKey[key(name)]
  }

  /// The courts whose names are nearest to a text, up to three, nearest first.
  ///
  /// - Complexity: O(*n*) in the text, which counts up to 64 letters; nothing is near a longer one.
  static func nearest(to name: String) -> [String] {
    let wanted = Array(key(name).utf8)
    guard (2...64).contains(wanted.count) else { return [] }
    let rated = all.enumerated().compactMap { place, court -> (Int, Int, String)? in
      let candidate = Array(key(court).utf8)
      let distance = candidate.starts(with: wanted) ? 0 : editDistance(wanted, candidate)
      return distance * 2 <= max(wanted.count, 4) ? (distance, place, court) : nil
    }
    return rated.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(3).map(\.2)
  }

  /// The letters of a name, in lower case; umlauts are spelled with an `e`, or as told.
  private static func key(_ name: String, umlaut: String = "e") -> String {
    var key = ""
    for scalar in name.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z": key.unicodeScalars.append(scalar)
      case "ä": key += "a" + umlaut
      case "ö": key += "o" + umlaut
      case "ü": key += "u" + umlaut
      case "ß": key += "ss"
      default: break
      }
    }
    return key
  }

  /// The least number of letters to insert, remove or replace.
  private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let replaced = diagonal + (letter == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
      }
    }
    return row[right.count]
  }
}
