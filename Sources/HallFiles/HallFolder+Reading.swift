import Casework
import FoundationEssentials

extension HallFolder {
  func place(of file: String) -> String { "\(path)/\(file)" }

  func bytes(_ file: String) throws(HallFileError) -> Data {
    let place = place(of: file)
    guard FileManager.default.fileExists(atPath: place) else {
      throw HallFileError(place, .reading(.missing))
    }
    do {
      return try Data(contentsOf: URL(filePath: place))
    } catch {
      throw HallFileError(place, .reading(.unreadable))
    }
  }

  func text(_ file: String) throws(HallFileError) -> String {
    guard let text = String(validating: try bytes(file), as: UTF8.self) else {
      throw HallFileError(place(of: file), .reading(.notText))
    }
    return text
  }

  /// The names, without their ending, of the files of one kind; at least one.
  func names(in folder: String, ending: String) throws(HallFileError) -> [String] {
    let place = place(of: folder)
    let files: [String]
    do {
      files = try FileManager.default.contentsOfDirectory(atPath: place)
    } catch {
      throw HallFileError(place, .reading(.missing))
    }
    let names = files.filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }
      .map { String($0.dropLast(ending.count)) }
    guard !names.isEmpty else { throw HallFileError(place, .reading(.nothingIn(ending: ending))) }
    return names.sorted()
  }

  func read<Value: Codable>(_ file: String) throws(HallFileError) -> Value {
    try decode(bytes(file), as: file)
  }

  /// The value in the bytes of a file; the file itself need not be there.
  func decode<Value: Codable>(_ bytes: Data, as file: String) throws(HallFileError) -> Value {
    let value: Value
    do {
      value = try JSONDecoder().decode(Value.self, from: bytes)
    } catch {
      throw mistake(error, in: file, bytes: Array(bytes))
    }
    try demandOnlyKnownKeys(value, in: file, Array(bytes))
    return value
  }

  /// A misspelt key must not pass for one left out: what was read, written again, holds them all.
  private func demandOnlyKnownKeys(
    _ value: some Encodable, in file: String, _ bytes: [UInt8]
  ) throws(HallFileError) {
    let places: JSONPlaces.Node
    let known: JSONPlaces.Node
    do {
      places = try JSONPlaces.read(bytes)
      known = try JSONPlaces.read(Array(JSONEncoder().encode(value)))
    } catch {
      throw mistake(error, in: file, bytes: bytes)
    }
    if let way = places.firstMember({ $0.isTwice }) {
      throw HallFileError(
        place(of: file), at: way.written, line: places.line(of: way), .reading(.keyTwice))
    }
    if let way = places.firstMember({ $0.isUnseen }) {
      throw HallFileError(
        place(of: file), at: way.written, line: places.line(of: way), .reading(.unseen))
    }
    if let way = places.firstMember(unknownTo: known) {
      throw HallFileError(
        place(of: file), at: way.written, line: places.line(of: way), .reading(.keyUnknown))
    }
  }

  /// Every JSON file of a folder; its ID or year is the file's name.
  func readAll<Value: Codable & NamedByFile>(
    in folder: String
  ) throws(HallFileError) -> [Value] {
    var values: [Value] = []
    for name in try names(in: folder, ending: ".json") {
      let file = "\(folder)/\(name).json"
      let value: Value = try read(file)
      guard value.fileName == name else {
        throw error(file, [.member(Value.nameKey)], .sheet(.idDiffersFromFileName(value.fileName)))
      }
      values.append(value)
    }
    return values
  }

  /// A problem at a value, with the line it stands on.
  func error(
    _ file: String, _ way: [JSONPlaces.Key] = [], _ problem: HallFileProblem
  ) -> HallFileError {
    let bytes = (try? bytes(file)).map(Array.init) ?? []
    let line = way.isEmpty ? nil : (try? JSONPlaces.read(bytes))?.line(of: way)
    return HallFileError(place(of: file), at: way.written, line: line, problem)
  }
}

/// A value kept in a file of its own.
protocol NamedByFile {
  static var nameKey: String { get }
  var fileName: String { get }
}

extension [JSONPlaces.Key] {
  /// As people write it: route[2].limit.
  var written: String {
    reduce(into: "") { text, key in
      switch key {
      case .member(let name): text += text.isEmpty ? name : ".\(name)"
      case .element(let index): text += "[\(index)]"
      }
    }
  }
}
