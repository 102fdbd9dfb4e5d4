import FieldKinds

extension Wording {
  /// The sentence about a text that is not a value of its kind.
  func sentence(for failure: KindFailure, of kind: KindName, label: String) -> String {
    let about = ("field", label)
    switch failure {
    case .empty: return text(ProblemPhrase.empty, [("kind", name(kind))])
    case .hostile(let codePoint, let position):
      return text(
        ProblemPhrase.hostile,
        [about, ("character", codePoint), ("position", "\(position)")]
      )
    case .charset(let found, let position, let allowed):
      if kind == .integer { return text(ProblemPhrase.wholeNumber, [about]) }
      if kind == .decimal { return text(ProblemPhrase.number, [about]) }
      if kind == .date || kind == .boolean { return structure(kind, about: about) }
      return text(
        phrase(for: allowed),
        [about, ("character", found), ("position", "\(position)")]
      )
    case .wrongKind(let found, let expected):
      return text(
        ProblemPhrase.wrongKind,
        [about, ("found", name(found)), ("expected", name(expected))]
      )
    case .length(let kind, let expected, let found):
      return text(
        ProblemPhrase.length,
        [
          about, ("kind", name(kind)), ("actual", "\(found)"),
          ("expected", counts(expected)),
        ]
      )
    case .structure(let kind): return structure(kind, about: about)
    case .prefix(let found, let expected):
      return text(ProblemPhrase.prefix, [about, ("found", found), ("expected", expected)])
    case .checksum: return text(ProblemPhrase.checksum, [about])
    case .controlSort(let letter, let expectsDigit):
      return text(
        expectsDigit ? ProblemPhrase.controlDigit : .controlLetter,
        [about, ("letter", letter)]
      )
    case .component(let part, let found, let suggestions):
      return text(phrase(for: part), [about, ("found", found)]) + hint(suggestions)
    case .state(let found, let possible):
      return text(
        ProblemPhrase.stateMissing,
        [about, ("found", found), ("states", possible.joined(separator: ", "))]
      )
    case .rule(let rule): return sentence(for: rule, about: about)
    }
  }

  /// The sentence about a value that holds and has something unusual.
  func sentence(for warning: KindWarning, label: String) -> String {
    let about = ("field", label)
    switch warning {
    case .internationalLocalPart: return text(ProblemPhrase.internationalLocalPart, [about])
    case .phoneNotAssigned: return text(ProblemPhrase.phoneNotAssigned, [about])
    case .trunkPrefixMissing(let prefix):
      return text(ProblemPhrase.trunkPrefixMissing, [about, ("prefix", prefix)])
    case .bicPrefixWithDigits: return text(ProblemPhrase.bicPrefixWithDigits, [about])
    }
  }

  /// What a kind is called inside a sentence.
  func name(_ kind: KindName) -> String { text(KindPhrase(kind)) }

  private func structure(_ kind: KindName, about: (String, String)) -> String {
    switch kind {
    case .date:
      let pattern = text(DialoguePhrase.datePattern)
      // A language without a form of its own has only the one that always counts.
      return pattern == DialoguePhrase.datePattern.rawValue
        ? text(ProblemPhrase.dateISO, [about])
        : text(ProblemPhrase.date, [about, ("pattern", pattern)])
    case .boolean:
      return text(
        ProblemPhrase.yesOrNo,
        [about, ("yes", text(DialoguePhrase.yes)), ("no", text(DialoguePhrase.no))]
      )
    case .integer: return text(ProblemPhrase.wholeNumber, [about])
    case .decimal: return text(ProblemPhrase.number, [about])
    case .email: return text(ProblemPhrase.email, [about])
    case .phone: return text(ProblemPhrase.phone, [about])
    default: return text(ProblemPhrase.structure, [about, ("shape", text(ShapePhrase(kind)))])
    }
  }

  private func hint(_ suggestions: [String]) -> String {
    guard !suggestions.isEmpty else { return "" }
    return " "
      + text(ProblemPhrase.suggestions, [("suggestions", suggestions.joined(separator: ", "))])
  }

  /// Possible counts: `9 or 12`, or `5 to 46` where they are a long row.
  private func counts(_ counts: [Int]) -> String {
    guard let first = counts.first, let last = counts.last, counts.count > 3,
      last - first == counts.count - 1
    else { return list(counts.map(String.init)) }
    return text(DialoguePhrase.span, [("first", "\(first)"), ("last", "\(last)")])
  }

  /// Alternatives such as `9 or 12`, in the language's own way.
  func list(_ alternatives: [String]) -> String {
    guard let last = alternatives.last, alternatives.count > 1 else {
      return alternatives.first ?? ""
    }
    return text(
      DialoguePhrase.alternatives,
      [("others", alternatives.dropLast().joined(separator: ", ")), ("last", last)]
    )
  }

  private func phrase(for alphabet: KindAlphabet) -> ProblemPhrase {
    switch alphabet {
    case .digits: .charsetDigits
    case .digitsAndLetters: .charsetDigitsAndLetters
    case .telephone, .text, .number, .emailName, .domainName, .webAddress: .charsetOther
    }
  }

  private func phrase(for part: KindPart) -> ProblemPhrase {
    switch part {
    case .court: .componentCourt
    case .registerType: .componentRegisterType
    case .country: .componentCountry
    case .province: .componentProvince
    case .federalState: .componentState
    case .language: .componentLanguage
    case .domain: .componentDomain
    }
  }

  private func sentence(for rule: KindRule, about: (String, String)) -> String {
    func limits(_ limit: Int, _ found: Int) -> [(String, String)] {
      [about, ("limit", "\(limit)"), ("actual", "\(found)")]
    }
    switch rule {
    case .integerOutOfRange: return text(ProblemPhrase.integerOutOfRange, [about])
    case .exponentNotation: return text(ProblemPhrase.exponentNotation, [about])
    case .tooManyDigits(let limit, let found):
      return text(ProblemPhrase.tooManyDigits, limits(limit, found))
    case .tooManyDecimals(let limit, let found):
      return text(ProblemPhrase.tooManyDecimals, limits(limit, found))
    case .ambiguousNumber(let grouped, let decimal):
      return text(
        ProblemPhrase.ambiguousNumber,
        [about, ("grouped", grouped), ("decimal", decimal)]
      )
    case .noSuchDay: return text(ProblemPhrase.noSuchDay, [about])
    case .twoDigitYear: return text(ProblemPhrase.twoDigitYear, [about])
    case .textAroundEmail(let address):
      return text(ProblemPhrase.textAroundEmail, [about, ("address", address)])
    case .atSigns: return text(ProblemPhrase.atSigns, [about])
    case .quotedLocalPart: return text(ProblemPhrase.quotedLocalPart, [about])
    case .localPartMissing: return text(ProblemPhrase.localPartMissing, [about])
    case .localPartDots: return text(ProblemPhrase.localPartDots, [about])
    case .localPartTooLong(let limit, let found):
      return text(ProblemPhrase.localPartTooLong, limits(limit, found))
    case .emailTooLong(let limit, let found):
      return text(ProblemPhrase.emailTooLong, limits(limit, found))
    case .addressLiteral: return text(ProblemPhrase.addressLiteral, [about])
    case .domainMissing: return text(ProblemPhrase.domainMissing, [about])
    case .domainWithoutDot: return text(ProblemPhrase.domainWithoutDot, [about])
    case .domainDots: return text(ProblemPhrase.domainDots, [about])
    case .domainHyphens(let label):
      return text(ProblemPhrase.domainHyphens, [about, ("label", label)])
    case .domainLabelTooLong(let limit, let found):
      return text(ProblemPhrase.domainLabelTooLong, limits(limit, found))
    case .domainTooLong(let limit, let found):
      return text(ProblemPhrase.domainTooLong, limits(limit, found))
    case .domainNotRegistrable: return text(ProblemPhrase.domainNotRegistrable, [about])
    case .lettersInPhone(nil): return text(ProblemPhrase.lettersInPhone, [about])
    case .lettersInPhone(let suggestion?):
      return text(ProblemPhrase.lettersInPhoneFound, [about, ("suggestion", suggestion)])
    case .needsCountryCode: return text(ProblemPhrase.needsCountryCode, [about])
    case .extensionTooLong(let limit, let found):
      return text(ProblemPhrase.extensionTooLong, limits(limit, found))
    case .schemeRefused(let scheme):
      return text(ProblemPhrase.schemeRefused, [about, ("scheme", scheme)])
    case .userInfoRefused: return text(ProblemPhrase.userInfoRefused, [about])
    case .portRange: return text(ProblemPhrase.portRange, [about])
    case .percentEncoding(let position):
      return text(ProblemPhrase.percentEncoding, [about, ("position", "\(position)")])
    case .webAddressTooLong(let limit, let found):
      return text(ProblemPhrase.webAddressTooLong, limits(limit, found))
    case .missingLeadingZero(let suggestion):
      return text(ProblemPhrase.missingLeadingZero, [about, ("suggestion", suggestion)])
    case .greekPrefix(let suggestion):
      return text(ProblemPhrase.greekPrefix, [about, ("suggestion", suggestion)])
    }
  }
}
