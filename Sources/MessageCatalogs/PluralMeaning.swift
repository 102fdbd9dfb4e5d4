/// What is known of the plural forms of a language.
package enum PluralMeaning: Sendable, Equatable {
  /// The rule means what the language has.
  case right
  /// The rule chooses another form for this count.
  case wrong(count: UInt64, form: Int, expected: Int, header: String)
  /// alta knows no rule for the language.
  case unknownLanguage

  /// Compares a rule with what CLDR says for a language.
  ///
  /// The meaning counts, not the spelling; where two rules are in use (Spanish with two or three
  /// forms), both are right.
  ///
  /// - Parameters:
  ///   - rule: The rule of the catalog.
  ///   - language: Like `de_AT` or `pt_PT`; what is known of the region comes first.
  /// - SeeAlso: Unicode CLDR, "Language Plural Rules" (cardinals, integers only).
  package init(of rule: PluralRule, in language: LanguageTag) {
    let rules = PluralMeaning.headers(of: language).compactMap { header in
      (try? PluralRule(header: header)).map { (header, $0) }
    }
    guard let (header, expected) = rules.first else {
      self = .unknownLanguage
      return
    }
    if rules.contains(where: { rule.agrees(with: $0.1) }) {
      self = .right
    } else {
      let count = rule.firstDifference(from: expected) ?? 0
      self = .wrong(
        count: count,
        form: rule.form(for: count),
        expected: expected.form(for: count),
        header: header
      )
    }
  }

  /// The `Plural-Forms` values in use for a language, the usual one first; empty if none is known.
  package static func headers(of language: LanguageTag) -> [String] {
    let name = language.language
    if name == "pt", let territory = language.territory, territory != "BR" { return romance }
    for (names, headers) in families where names.contains(name) { return headers }
    return []
  }

  private static let romance = [
    "nplurals=2; plural=(n != 1);",
    "nplurals=3; plural=(n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2);",
  ]

  private static let families: [(names: [String], headers: [String])] = [
    (
      [
        "en", "de", "nl", "sv", "da", "nb", "nn", "no", "fi", "et", "hu", "tr", "bg", "el", "eu",
        "af", "sq", "az", "eo", "fo", "fy", "ka", "kk", "ky", "lb", "ml", "mn", "ne", "sw",
        "ta", "te", "ur", "uz",
      ], ["nplurals=2; plural=(n != 1);"]
    ),
    (["es", "it", "ca", "gl", "lld", "scn", "vec"], romance),
    (
      ["fr", "pt"],
      [
        "nplurals=2; plural=(n > 1);",
        "nplurals=3; plural=(n <= 1 ? 0 : n % 1000000 == 0 ? 1 : 2);",
      ]
    ),
    (["fa", "hi", "bn", "gu", "kn", "hy", "am", "zu"], ["nplurals=2; plural=(n > 1);"]),
    (["ja", "zh", "ko", "vi", "th", "id", "ms", "lo", "my"], ["nplurals=1; plural=0;"]),
    (
      ["ru", "uk", "be", "hr", "sr", "bs"],
      [
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4"
          + " && (n%100<12 || n%100>14) ? 1 : 2);"
      ]
    ),
    (
      ["pl"],
      [
        "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4"
          + " && (n%100<12 || n%100>14) ? 1 : 2);"
      ]
    ),
    (["cs", "sk"], ["nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);"]),
    (
      ["sl"],
      [
        "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);",
        "nplurals=4; plural=(n%100==1 ? 1 : n%100==2 ? 2 : n%100==3 || n%100==4 ? 3 : 0);",
      ]
    ),
    (["ro"], ["nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100>0 && n%100<20) ? 1 : 2);"]),
    (
      ["lt"],
      [
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2"
          + " && (n%100<10 || n%100>=20) ? 1 : 2);"
      ]
    ),
    (
      ["lv"],
      [
        "nplurals=3; plural=(n%10==0 || (n%100>=11 && n%100<=19) ? 0 : n%10==1 ? 1 : 2);",
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);",
      ]
    ),
    (["is", "mk"], ["nplurals=2; plural=(n%10==1 && n%100!=11 ? 0 : 1);"]),
    (
      ["he"],
      [
        "nplurals=2; plural=(n != 1);",
        "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);",
        "nplurals=4; plural=(n==1 ? 0 : n==2 ? 1 : n>10 && n%10==0 ? 2 : 3);",
      ]
    ),
    (
      ["ar"],
      [
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3"
          + " : n%100>=11 ? 4 : 5);"
      ]
    ),
    (
      [
        "an", "asa", "ast", "bal", "bem", "bez", "brx", "ce", "cgg", "chr", "ckb", "dv",
        "ee", "fur", "gsw", "ha", "haw", "ia", "ie", "io", "jgo", "jmc", "kaj", "kcg",
        "kkj", "kl", "ks", "ksb", "ku", "lg", "lij", "mas", "mgo", "mr", "nd", "nnh", "nr",
        "ny", "nyn", "om", "or", "os", "pap", "ps", "rm", "rof", "rwk", "saq", "sc", "sd",
        "sdh", "seh", "sn", "so", "ss", "ssy", "st", "syr", "teo", "tig", "tk", "tn", "ts",
        "ug", "ve", "vo", "vun", "wae", "xh", "xog", "yi",
      ], ["nplurals=2; plural=(n != 1);"]
    ),
    (
      [
        "ak", "as", "bho", "csw", "doi", "ff", "kab", "kok", "ln", "mg", "nso", "oc", "pa",
        "pcm", "si", "tg", "ti", "wa",
      ], ["nplurals=2; plural=(n > 1);"]
    ),
    (
      [
        "bm", "bo", "dz", "ht", "ig", "ii", "jbo", "jv", "kde", "kea", "km", "lkt", "nqo",
        "osa", "sah", "ses", "sg", "su", "to", "tpi", "tt", "wo", "yo", "yue",
      ], ["nplurals=1; plural=0;"]
    ),
    (["blo", "cv", "ksh", "lag"], ["nplurals=3; plural=(n==0 ? 0 : n==1 ? 1 : 2);"]),
    (
      ["br"],
      [
        "nplurals=5; plural=(n%10==1 && n%100!=11 && n%100!=71 && n%100!=91 ? 0 : n%10==2 && n%100!=12"
          + " && n%100!=72 && n%100!=92 ? 1 : (n%10==3 || n%10==4 || n%10==9) && (n%100<10 || n%100>19)"
          + " && (n%100<70 || n%100>79) && (n%100<90 || n%100>99) ? 2 : n!=0 && n%1000000==0 ? 3 : 4);"
      ]
    ),
    (["ceb", "fil", "tl"], ["nplurals=2; plural=(n>3 && (n%10==4 || n%10==6 || n%10==9));"]),
    (["cy"], ["nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);"]),
    (
      ["dsb", "hsb"],
      ["nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);"]
    ),
    (["ga"], ["nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n>2 && n<7 ? 2 : n>6 && n<11 ? 3 : 4);"]),
    (
      ["gd"],
      [
        "nplurals=4; plural=(n==1 || n==11 ? 0 : n==2 || n==12 ? 1 : n>2 && n<20 ? 2 : 3);"
      ]
    ),
    (
      ["gv"],
      ["nplurals=4; plural=(n%10==1 ? 0 : n%10==2 ? 1 : n%20==0 ? 2 : 3);"]
    ),
    (
      ["iu", "naq", "sat", "se", "sma", "smj", "smn", "sms"],
      ["nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);"]
    ),
    (
      ["kw"],
      [
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n%100==2 || n%100==22 || n%100==42 || n%100==62"
          + " || n%100==82 || n%1000==0 && (n%100000>=1000 && n%100000<=20000 || n%100000==40000"
          + " || n%100000==60000 || n%100000==80000) || n!=0 && n%1000000==100000 ? 2 : n%20==3 ? 3"
          + " : n%20==1 ? 4 : 5);"
      ]
    ),
    (
      ["mt"],
      [
        "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n==0 || n%100>2 && n%100<11 ? 2"
          + " : n%100>10 && n%100<20 ? 3 : 4);"
      ]
    ),
    (
      ["prg"],
      ["nplurals=3; plural=(n%10==0 || (n%100>=11 && n%100<=19) ? 0 : n%10==1 ? 1 : 2);"]
    ),
    (
      ["sgs"],
      [
        "nplurals=4; plural=(n%10==1 && n%100!=11 ? 0 : n==2 ? 1 : n%10>1 && (n%100<11 || n%100>19) ? 2"
          + " : 3);"
      ]
    ),
    (["shi"], ["nplurals=3; plural=(n<2 ? 0 : n<11 ? 1 : 2);"]),
    (["tzm"], ["nplurals=2; plural=(n>1 && (n<11 || n>99));"]),
  ]
}
