import PlainValues

/// The options of a choice with what finds them, worked out when it is needed first.
///
/// A class, because a list of ten thousand options is named and folded once, not with every key.
package final class OptionNames {
  /// How many options there are.
  package let count: Int
  private let naming: (Int) -> [String]
  /// What finds each option: its label, its code and its synonyms as ``Swift/String/searchKey``.
  private lazy var keys: [[String]] = (0..<count).map { names(at: $0).map(\.searchKey) }

  /// Names options.
  ///
  /// - Parameters:
  ///   - count: How many there are.
  ///   - naming: The names of the option at an index: first its label, then what else finds it.
  package init(count: Int, naming: @escaping (Int) -> [String]) {
    self.count = count
    self.naming = naming
  }

  private func names(at index: Int) -> [String] { naming(index) }

  /// What the option at an index is called.
  package func label(at index: Int) -> String { naming(index).first ?? "" }

  /// The options that a text fits: first those one of whose names it is, then those one of whose names
  /// begins with it, then those in which a word does, then those that contain it anywhere; in their
  /// order within each.
  ///
  /// - Parameters:
  ///   - text: What was typed, in any case, with or without diacritics.
  ///   - candidates: The options to look at, in ascending order.
  /// - Returns: The options by index; all candidates for an empty text.
  /// - Complexity: O(*n*) in the letters of their names.
  func fitting(_ text: String, among candidates: [Int]) -> [Int] {
    let key = Array(text.trimmed.searchKey.utf8)
    guard !key.isEmpty else { return candidates }
    var ranks: [[Int]] = [[], [], [], []]
    for candidate in candidates {
      var best = ranks.count
      for name in keys[candidate] {
        best = min(best, OptionNames.rank(of: key, in: name) ?? best)
        if best == 0 { break }
      }
      if best < ranks.count { ranks[best].append(candidate) }
    }
    return ranks.flatMap { $0 }
  }

  /// 0 where a name is a key, 1 where it begins with it, 2 where a word of it does, 3 where it contains
  /// it; else `nil`.
  private static func rank(of key: [UInt8], in name: String) -> Int? {
    var name = name
    return name.withUTF8 { bytes in
      let bytes = unsafe bytes.span
      guard bytes.count >= key.count else { return nil }
      var found: Int?
      for start in 0...(bytes.count - key.count) where bytes[start] == key[0] {
        var length = 1
        while length < key.count, bytes[start + length] == key[length] { length += 1 }
        guard length == key.count else { continue }
        if start == 0 { return bytes.count == length ? 0 : 1 }
        // A byte of a letter, be it one of several, is no border of a word.
        let previous = bytes[start - 1]
        let isLetter =
          previous >= 0x80 || (0x61...0x7A).contains(previous) || (0x30...0x39).contains(previous)
        if !isLetter { return 2 }
        found = 3
      }
      return found
    }
  }
}

/// A choice being made: the options, what was typed to find one, and which is marked.
package struct OptionPicker {
  /// The names of all options.
  package let names: OptionNames
  /// The options that are offered, by index, in ascending order.
  package let offered: [Int]
  /// Whether several may be chosen.
  package let isMultiple: Bool
  /// What was typed to find an option.
  package private(set) var filter = TextEditor()
  /// The offered options that the filter leaves, the best first.
  package private(set) var matches: [Int]
  /// The place of the marked option among the matches; `nil` while none is.
  package private(set) var marked: Int?
  /// The chosen options, by index.
  package private(set) var chosen: Set<Int>
  /// Whether the person changed anything.
  package private(set) var isTouched = false

  /// Begins a choice; the first chosen option is marked, and an only one.
  ///
  /// - Parameters:
  ///   - names: The names of all options.
  ///   - offered: The options that are offered, by index, in ascending order.
  ///   - chosen: The options that are chosen already.
  ///   - isMultiple: Whether several may be chosen.
  package init(names: OptionNames, offered: [Int], chosen: Set<Int>, isMultiple: Bool) {
    self.names = names
    self.offered = offered
    self.chosen = chosen
    self.isMultiple = isMultiple
    matches = offered
    marked = offered.firstIndex { chosen.contains($0) }
    if marked == nil, isMultiple || offered.count == 1 { marked = offered.isEmpty ? nil : 0 }
  }

  /// The marked option, by index.
  package var markedOption: Int? { marked.map { matches[$0] } }

  /// The options that would be taken now: the ticked ones, or the marked one.
  package var taken: [Int] {
    guard !isMultiple else { return chosen.sorted() }
    if isTouched { return [markedOption].compactMap { $0 } }
    return chosen.sorted()
  }

  /// Takes a key.
  ///
  /// - Returns: Whether the key means something here.
  package mutating func press(_ key: Key) -> Bool {
    switch key {
    case .up, .control("p"): mark((marked ?? matches.count) - 1)
    case .down, .control("n"): mark((marked ?? -1) + 1)
    case .pageUp: mark((marked ?? 0) - OptionPicker.page)
    case .pageDown: mark((marked ?? -1) + OptionPicker.page)
    case .home where filter.isEmpty: mark(0)
    case .end where filter.isEmpty: mark(matches.count - 1)
    case .text(" ") where isMultiple && filter.isEmpty, .control(" "):
      guard isMultiple else { return false }
      toggle()
    case .control("a") where isMultiple && filter.isEmpty:
      chosen = chosen.isSuperset(of: offered) ? [] : Set(offered)
      isTouched = true
    case .backspace where filter.isEmpty, .delete where filter.isEmpty,
      .control("u") where filter.isEmpty:
      chosen = []
      marked = isMultiple ? marked : nil
      isTouched = true
    case .enter, .lineBreak: return false
    default:
      switch filter.press(key) {
      case .ignored: return false
      case .moved: break
      case .changed: search()
      }
    }
    return true
  }

  /// Ticks the marked option, or takes the tick away.
  package mutating func toggle() {
    guard isMultiple, let option = markedOption else { return }
    if chosen.remove(option) == nil { chosen.insert(option) }
    isTouched = true
  }

  /// Forgets what was typed.
  ///
  /// - Returns: Whether there was anything.
  package mutating func clearFilter() -> Bool {
    guard !filter.isEmpty else { return false }
    let option = markedOption
    filter = TextEditor()
    matches = offered
    marked = option.flatMap { offered.firstIndex(of: $0) }
    return true
  }

  private static let page = 8

  private mutating func mark(_ index: Int) {
    guard !matches.isEmpty else { return }
    marked = min(max(0, index), matches.count - 1)
    isTouched = isTouched || !isMultiple
  }

  private mutating func search() {
    matches = names.fitting(filter.text, among: offered)
    if filter.isEmpty {
      marked = matches.firstIndex { chosen.contains($0) } ?? (isMultiple ? 0 : nil)
      if matches.isEmpty { marked = nil }
    } else {
      marked = matches.isEmpty ? nil : 0
    }
    isTouched = isTouched || !isMultiple
  }
}

extension OptionPicker {
  /// Goes on with a choice that was being made under other names of the same options.
  package mutating func takeOver(_ other: OptionPicker) {
    chosen = other.chosen
    isTouched = other.isTouched
    filter = other.filter
    matches = names.fitting(filter.text, among: offered)
    marked =
      other.markedOption.flatMap { matches.firstIndex(of: $0) } ?? (matches.isEmpty ? nil : 0)
    if other.marked == nil { marked = nil }
  }
}
