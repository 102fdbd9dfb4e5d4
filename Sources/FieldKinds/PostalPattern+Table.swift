extension PostalPattern {
  /// The patterns of a country by its alpha-2 code; countries that are missing are not checked.
  static let all: [String: [PostalPattern]] = Dictionary(
    table.split(separator: "\n").map { line in
      let patterns = line.dropFirst(3).split(separator: "|").map { PostalPattern($0) }
      return (String(line.prefix(2)), patterns)
    },
    uniquingKeysWith: { first, _ in first }
  )

  /// One country a line: its code and its patterns.
  ///
  /// Germany gives out none from 00, Austria, Switzerland and others none from 0; where that is not
  /// certain, any digit is taken.
  ///
  /// - SeeAlso: Universal Postal Union, postal addressing systems in member countries (one sheet a
  ///   country); for the United Kingdom also BS 7666-0:2006, for Ireland the Eircode specification.
  private static let table = """
    AD ADnnn
    AL nnnn
    AM nnnn
    AR znnn|annnnaaa
    AS nnnnn|nnnnn-nnnn
    AT znnn
    AU nnnn
    AX nnnnn
    AZ AZ nnnn
    BA nnnnn
    BD nnnn
    BE znnn
    BG znnn
    BL 97nnn
    BR nnnnn-nnn
    BY nnnnnn
    CA ana nan
    CH znnn
    CL nnn_nnnn
    CN nnnnnn
    CO nnnnnn
    CR nnnnn
    CU nnnnn
    CY znnn
    CZ znn nn
    DE 0znnn|znnnn
    DK nnnn
    DO nnnnn
    DZ nnnnn
    EC nnnnnn
    EE nnnnn
    ES nnnnn
    FI [FI]nnnnn
    FO nnn
    FR 0znnn|znnnn
    GB an naa|ann naa|aan naa|aann naa|ana naa|aana naa
    GE nnnn
    GF 97nnn
    GG GYn naa|GYnn naa
    GL nnnn
    GP 97nnn
    GR nnn nn
    GT nnnnn
    GU nnnnn|nnnnn-nnnn
    HN nnnnn
    HR znnnn
    HU znnn
    ID nnnnn
    IE ann xxxx|D6W xxxx
    IL nnnnn|nnnnnnn
    IM IMn naa|IMnn naa
    IN nnn_nnn
    IR nnnnn-nnnnn
    IS nnn
    IT nnnnn
    JE JEn naa|JEnn naa
    JP nnn-nnnn
    KE nnnnn
    KR nnnnn
    LI 94nn
    LK nnnnn
    LT LT-nnnnn
    LU [L]znnn
    LV LV-nnnn
    MA nnnnn
    MC 980nn
    MD MD-nnnn
    ME nnnnn
    MF 97nnn
    MK nnnn
    MP nnnnn|nnnnn-nnnn
    MQ 97nnn
    MT aaa nnnn|aaa nn
    MX nnnnn
    MY nnnnn
    NC 988nn
    NG nnnnnn
    NL znnn aa
    NO nnnn
    NZ nnnn
    PE nnnnn
    PF 987nn
    PH nnnn
    PK nnnnn
    PL nn-nnn
    PM 97500
    PR nnnnn|nnnnn-nnnn
    PT znnn-nnn
    RE 97nnn
    RO nnnnnn
    RS nnnnn|nnnnnn
    RU nnnnnn
    SE [SE]znn nn
    SG nnnnnn
    SI znnn
    SJ nnnn
    SK nnn nn
    SM 4789n
    SV nnnn
    TH nnnnn
    TN nnnn
    TR nnnnn
    TW nnn|nnnnn|nnnnnn
    UA nnnnn
    US nnnnn|nnnnn-nnnn
    UY nnnnn
    VA 00120
    VE nnnn
    VI nnnnn|nnnnn-nnnn
    WF 986nn
    XK nnnnn
    YT 97nnn
    ZA nnnn
    """
}
