/// The languages that have a two-letter code.
package enum Languages {
  /// The two-letter codes in ascending order.
  ///
  /// - SeeAlso: ISO 639:2023, Set 1 (formerly ISO 639-1).
  package static let codes: [String] = table.short

  /// The code that a language subtag is written with.
  ///
  /// A three-letter code of a language that has two letters becomes those; other three-letter codes
  /// are taken as they are, unchecked. Withdrawn codes become their successors.
  ///
  /// - Parameter subtag: Two or three letters in lower case.
  /// - Returns: Two or three letters, or `nil` for a subtag of two that no language has.
  /// - SeeAlso: RFC 5646, 2.2.1 (the shortest code) and 4.5 (canonical form).
  static func code(for subtag: String) -> String? {
    switch subtag {
    case "iw": "he"
    case "in": "id"
    case "ji": "yi"
    case "mo": "ro"
    default:
      subtag.utf8.count == 2
        ? (table.contains(short: subtag) ? subtag : nil) : table.short(for: subtag) ?? subtag
    }
  }

  /// What may be meant by a country's code in the place of a language's.
  static func meant(by subtag: String) -> String? {
    switch subtag {
    case "at": "de"
    case "cn": "zh"
    case "cz": "cs"
    case "dk": "da"
    case "gb", "uk", "us": "en"
    case "gr": "el"
    case "jp": "ja"
    case "sp": "es"
    default: nil
    }
  }

  /// Two-letter and three-letter code of each, written together; the bibliographic codes at the end.
  private static let table = CodePairs(
    """
    aaaar ababk aeave afafr akaka amamh anarg arara asasm avava ayaym azaze babak bebel bgbul
    bibis bmbam bnben bobod brbre bsbos cacat ceche chcha cocos crcre csces cuchu cvchv cycym
    dadan dedeu dvdiv dzdzo eeewe elell eneng eoepo esspa etest eueus fafas ffful fifin fjfij
    fofao frfra fyfry gagle gdgla glglg gngrn guguj gvglv hahau heheb hihin hohmo hrhrv hthat
    huhun hyhye hzher iaina idind ieile igibo iiiii ikipk ioido isisl itita iuiku jajpn jvjav
    kakat kgkon kikik kjkua kkkaz klkal kmkhm knkan kokor krkau kskas kukur kvkom kwcor kykir
    lalat lbltz lglug lilim lnlin lolao ltlit lulub lvlav mgmlg mhmah mimri mkmkd mlmal mnmon
    mrmar msmsa mtmlt mymya nanau nbnob ndnde nenep ngndo nlnld nnnno nonor nrnbl nvnav nynya
    ococi ojoji omorm orori ososs papan pipli plpol pspus ptpor quque rmroh rnrun roron rurus
    rwkin sasan scsrd sdsnd sesme sgsag shhbs sisin skslk slslv smsmo snsna sosom sqsqi srsrp
    ssssw stsot susun svswe swswa tatam tetel tgtgk ththa titir tktuk tltgl tntsn toton trtur
    tstso tttat twtwi tytah uguig ukukr ururd uzuzb veven vivie vovol wawln wowol xhxho yiyid
    yoyor zazha zhzho zuzul botib cscze cywel deger elgre eubaq faper frfre hyarm isice kageo
    mimao mkmac msmay mybur nldut rorum skslo sqalb zhchi
    """
  )
}
