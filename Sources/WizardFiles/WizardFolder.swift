package import LocalFiles
import SourceTrees
package import WizardEngine

/// Reads the definitions of one folder; a file is read once, when it is first asked for.
package struct WizardFolder: Sendable {
  /// The most bytes of one definition file.
  package static let sizeLimit = 1 << 20

  /// The folder as the person named it.
  package let path: String
  /// The texts of the files read so far, by file name as faults give it.
  package private(set) var sources: [String: DefinitionSource] = [:]
  private var lists: [String: DefinitionFile.Reading<OptionListDefinition>] = [:]
  /// What was read of wizards; only kept.
  private var wizards: [DefinitionFile.Reading<WizardDefinition>] = []

  /// Names a folder; nothing is read yet.
  package init(path: String) {
    self.path = path
  }

  /// The names of the wizards in the folder, in byte order.
  ///
  /// A file counts as a wizard when its first key says so; broken files count by their name, so that
  /// checking all wizards reports them.
  package mutating func wizardNames() -> [String] {
    LocalFile.names(in: path).filter { $0.hasSuffix(".yaml") }.compactMap { file in
      guard let bytes = try? LocalFile.bytes(of: "\(path)/\(file)", limit: Self.sizeLimit) else {
        return String(file.dropLast(5))
      }
      return DefinitionFile.isOptionList(bytes) ? nil : String(file.dropLast(5))
    }
  }

  /// Reads a wizard and the option lists that it names, and checks them.
  ///
  /// - Parameters:
  ///   - name: The wizard's name, or the path of a file that ends in `.yaml`.
  ///   - finishing: The procedures and tables that a wizard may end with.
  ///   - mayBeNamedOtherwise: Whether the file may have any name, as a copy of an earlier definition does.
  /// - Returns: The wizard, if nothing is wrong with it, and all faults and warnings in file order.
  /// - Throws: `FileError` where the wizard's own file cannot be read.
  package mutating func wizard(
    _ name: String,
    finishing: KnownEndings,
    mayBeNamedOtherwise: Bool = false
  ) throws(FileError) -> CheckedWizard {
    let file = name.hasSuffix(".yaml") ? name : "\(path)/\(name).yaml"
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try LocalFile.bytes(of: file, limit: Self.sizeLimit)
    } catch {
      guard case .tooLarge = error.reason else { throw error }
      let start = Place(file: file, line: 1, column: 1)
      let fault = DefinitionFault(.syntax(.tooLarge), at: start)
      return CheckedWizard(wizard: nil, faults: [fault])
    }
    let reading = DefinitionFile.wizard(bytes, file: file)
    sources[file] = reading.source
    wizards.append(reading)
    guard let definition = reading.definition else {
      return CheckedWizard(wizard: nil, faults: reading.faults)
    }
    var faults = reading.faults
    let expected = file.split(separator: "/").last.map { String($0.dropLast(5)) } ?? ""
    if definition.name.value != expected, !mayBeNamedOtherwise {
      faults.append(
        DefinitionFault(
          .nameDiffers(file: expected, name: definition.name.value),
          at: definition.name.place
        )
      )
    }
    var lists: [String: OptionListDefinition] = [:]
    // Options bring stages along whose fields may name further lists, so the names are a queue.
    var names = definition.optionListNames.map(\.value)
    var seen: Set<String> = []
    var optionCount = 0
    while let name = names.popLast() {
      guard seen.insert(name).inserted, let reading = optionList(name) else { continue }
      faults += reading.faults
      // A list that cannot be read is at fault itself; whoever names it is not.
      let start = Place(file: reading.source.file, line: 1, column: 1)
      let list =
        reading.definition ?? OptionListDefinition(name: Placed(name, at: start), entries: [])
      lists[name] = list
      optionCount += list.entries.count
      guard optionCount <= WizardDefinition.mostOptions else {
        // What is beyond the bound need not even be read.
        let reason = DefinitionFault.Reason.tooMany(.options, limit: WizardDefinition.mostOptions)
        faults.append(DefinitionFault(reason, at: list.name.place))
        break
      }
      names += list.entries.flatMap { $0.stages.flatMap(\.optionListNames) }.map(\.value)
    }
    return CheckedWizard(
      definition,
      lists: lists,
      finishing: finishing,
      faults: faults
    )
  }

  /// The faults in the form of option lists that no wizard read so far names.
  package mutating func faultsOfUnusedLists() -> [DefinitionFault] {
    LocalFile.names(in: path).filter { $0.hasSuffix(".yaml") }.flatMap {
      file -> [DefinitionFault] in
      let name = String(file.dropLast(5))
      guard lists[name] == nil,
        let bytes = try? LocalFile.bytes(of: "\(path)/\(file)", limit: Self.sizeLimit),
        DefinitionFile.isOptionList(bytes)
      else { return [] }
      return optionList(name)?.faults ?? []
    }
  }

  /// Reads an option list, once; `nil` where there is no such file.
  private mutating func optionList(
    _ name: String
  ) -> DefinitionFile.Reading<OptionListDefinition>? {
    if let known = lists[name] { return known }
    let file = "\(path)/\(name).yaml"
    guard !name.contains("/"),
      let bytes = try? LocalFile.bytes(of: file, limit: Self.sizeLimit)
    else { return nil }
    var reading = DefinitionFile.optionList(bytes, file: file)
    sources[file] = reading.source
    if let written = reading.definition?.name, written.value != name {
      reading.faults.append(
        DefinitionFault(.nameDiffers(file: name, name: written.value), at: written.place)
      )
    }
    lists[name] = reading
    return reading
  }
}

/// Turns the bytes of a definition file into a definition.
package enum DefinitionFile {
  /// What was read from one file.
  package struct Reading<Definition: Sendable>: Sendable {
    /// The definition, as far as it could be read.
    package let definition: Definition?
    /// What is wrong with its form, in file order.
    package fileprivate(set) var faults: [DefinitionFault]
    /// The text, for excerpts.
    package let source: DefinitionSource
    /// The tree that it was read from: giving its many small pieces back takes a tenth of a start, which
    /// nobody needs before the program ends.
    fileprivate let tree: SourceNode?
  }

  /// Reads a wizard.
  package static func wizard(_ bytes: [UInt8], file: String) -> Reading<WizardDefinition> {
    read(bytes, file: file) { reader, node in reader.wizard(node) }
  }

  /// Reads an option list.
  package static func optionList(_ bytes: [UInt8], file: String) -> Reading<OptionListDefinition> {
    read(bytes, file: file) { reader, node in reader.optionList(node) }
  }

  /// Whether the first line that is neither empty nor a comment says that it is an option list.
  static func isOptionList(_ bytes: [UInt8]) -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let isPassedOver = line.first == 0x23 || line.first == 0x20 || line.elementsEqual("---".utf8)
      if !isPassedOver { return line.starts(with: Array("options:".utf8)) }
    }
    return false
  }

  private static func read<Definition>(
    _ bytes: [UInt8],
    file: String,
    as definition: (inout DefinitionReader, SourceNode) -> Definition?
  ) -> Reading<Definition> {
    var text = SourceText(checked: [])
    do throws(SourceFaults) {
      text = try SourceText(bytes)
      let root = try SourceNode(yaml: text)
      let source = DefinitionSource(file: file, text: text)
      var reader = DefinitionReader(source: source)
      let read = definition(&reader, root)
      return Reading(definition: read, faults: reader.faults, source: source, tree: root)
    } catch {
      let source = DefinitionSource(file: file, text: text)
      let reader = DefinitionReader(source: source)
      let faults = error.all.map { fault in
        DefinitionFault(.syntax(fault.reason.syntax), at: reader.place(fault.place))
      }
      return Reading(definition: nil, faults: faults, source: source, tree: nil)
    }
  }
}

extension SourceFault.Reason {
  fileprivate var syntax: DefinitionFault.SyntaxReason {
    switch self {
    case .tooLarge: .tooLarge
    case .tooDeep: .tooDeep
    case .tooManyNodes: .tooManyNodes
    case .notUTF8, .notUTF16: .badEncoding
    case .empty: .empty
    case .malformedYAML, .malformedJSON: .malformed
    case .duplicateKey: .duplicateKey
    case .keyNotScalar: .keyNotText
    case .mergeKey: .mergeKey
    case .unsupportedTag: .tag
    case .unknownAlias: .unknownAlias
    case .recursiveAlias: .recursiveAlias
    case .severalDocuments: .severalDocuments
    case .notMapping: .notMapping
    }
  }
}
