import PlainValues

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
  /// The matches in ascending order, and the text that they fit.
  private var fitting: [Int] = []
  private var searched: String?
  /// The place of the marked option among the matches; `nil` while none is.
  package private(set) var marked: Int?
  /// The chosen options, by index.
  package private(set) var chosen: Set<Int>
  /// Whether the person changed anything.
  package private(set) var isTouched = false
  /// What was marked before anything was typed, and whether that had been changed.
  private var unfiltered: (option: Int?, isTouched: Bool)?

  /// Begins a choice; the first chosen option is marked.
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
    if marked == nil, isMultiple { marked = offered.isEmpty ? nil : 0 }
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
    case .delete where filter.isEmpty:
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
    filter = TextEditor()
    search()
    return true
  }

  private static let page = 8

  private mutating func mark(_ index: Int) {
    guard !matches.isEmpty else { return }
    marked = min(max(0, index), matches.count - 1)
    isTouched = isTouched || !isMultiple
  }

  /// Longer texts find nothing: no option is called so.
  private static let longestFilter = 500

  private mutating func search() {
    let markedBefore = markedOption
    let text = filter.count > OptionPicker.longestFilter ? nil : filter.text
    if let text {
      // What does not fit the beginning of a text does not fit the text.
      let isLonger = searched.map { !$0.isEmpty && text.hasPrefix($0) } ?? false
      let ranked = names.fitting(text, among: isLonger ? fitting : offered)
      fitting = ranked.sorted()
      matches = ranked
    } else {
      (fitting, matches) = ([], [])
    }
    searched = text
    guard filter.isEmpty else {
      if unfiltered == nil { unfiltered = (markedBefore, isTouched) }
      marked = matches.isEmpty ? nil : 0
      isTouched = isTouched || !isMultiple
      return
    }
    // Taken back to nothing, what was typed has chosen nothing either.
    if let before = unfiltered {
      marked = before.option.flatMap { matches.firstIndex(of: $0) }
      isTouched = isMultiple ? isTouched : before.isTouched
    }
    unfiltered = nil
  }
}

extension OptionPicker {
  /// Goes on with a choice that was being made under other names of the same options.
  package mutating func takeOver(_ other: OptionPicker) {
    chosen = other.chosen
    isTouched = other.isTouched
    filter = other.filter
    matches = other.matches.isEmpty ? [] : names.fitting(filter.text, among: offered)
    marked =
      other.markedOption.flatMap { matches.firstIndex(of: $0) } ?? (matches.isEmpty ? nil : 0)
    if other.marked == nil { marked = nil }
  }
}
