/// The parents of regional languages that are not found by cutting off the region.
///
/// - SeeAlso: Unicode CLDR, supplemental data, `parentLocales`.
enum LanguageParents {
  /// The catalogs between a region and its bare language.
  static func between(_ tag: LanguageTag) -> [String] {
    if isTraditionalChinese(tag) {
      let isHongKong = tag.territory == "HK" || tag.territory == "MO"
      return isHongKong ? ["zh_Hant_HK", "zh_Hant"] : ["zh_Hant"]
    }
    guard let territory = tag.territory else { return [] }
    switch tag.language {
    case "es" where latinAmerica.contains(territory): return ["es_419"]
    case "pt" where portuguese.contains(territory): return ["pt_PT"]
    case "en" where continentalEnglish.contains(territory): return ["en_150", "en_001"]
    case "en" where !american.contains(territory): return ["en_001"]
    case "zh" where territory == "CN" || territory == "SG": return ["zh_Hans"]
    default: return []
    }
  }

  /// The catalogs of the language that stands above another one.
  static func above(_ tag: LanguageTag) -> [String] {
    switch tag.language {
    case "nb", "nn": ["no"]
    case "no": ["nb"]
    default: []
    }
  }

  static func isTraditionalChinese(_ tag: LanguageTag) -> Bool {
    guard tag.language == "zh" else { return false }
    if let script = tag.script { return script == "Hant" }
    return tag.territory == "TW" || tag.territory == "HK" || tag.territory == "MO"
  }

  private static let latinAmerica: Set<String> = [
    "AR", "BO", "BR", "BZ", "CL", "CO", "CR", "CU", "DO", "EC", "GT", "HN", "MX", "NI", "PA", "PE",
    "PR", "PY", "SV", "US", "UY", "VE",
  ]
  private static let portuguese: Set<String> = [
    "AO", "CH", "CV", "FR", "GQ", "GW", "LU", "MO", "MZ", "ST", "TL",
  ]
  private static let continentalEnglish: Set<String> = [
    "AT", "BE", "CH", "DE", "DK", "FI", "NL", "SE", "SI",
  ]
  private static let american: Set<String> = [
    "US", "AS", "BI", "GU", "MH", "MP", "PH", "PR", "UM", "VI", "001",
  ]
}
