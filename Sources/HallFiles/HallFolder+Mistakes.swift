import Casework
import FoundationEssentials

extension HallFolder {
  /// What the decoder stumbled over, in the words of the file's author.
  func mistake(_ error: any Error, in file: String, bytes: [UInt8]) -> HallFileError {
    let places: JSONPlaces.Node
    do {
      places = try JSONPlaces.read(bytes)
    } catch {
      return HallFileError(
        place(of: file), line: error.line, .reading(.notJSON(column: error.column)))
    }
    if let way = places.firstFraction {
      return HallFileError(
        place(of: file), at: way.written, line: places.line(of: way),
        .reading(.kindExpected(.number)))
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      return HallFileError(place(of: file), .reading(.notText))
    }
    guard let error = error as? DecodingError else {
      return HallFileError(place(of: file), .reading(.notUnderstood("\(error)")))
    }
    let (path, problem) = reading(of: error)
    let way = path.map { key in
      key.intValue.map { JSONPlaces.Key.element($0) } ?? .member(key.stringValue)
    }
    return HallFileError(
      place(of: file), at: way.written, line: places.line(of: way), .reading(problem))
  }

  private func reading(of error: DecodingError) -> ([any CodingKey], ReadingProblem) {
    switch error {
    case .keyNotFound(let key, let context): (context.codingPath, .keyMissing(key.stringValue))
    case .typeMismatch(let type, let context): (context.codingPath, expectation(of: type))
    case .valueNotFound(let type, let context): (context.codingPath, expectation(of: type))
    case .dataCorrupted(let context): (context.codingPath, refusal(context))
    @unknown default: ([], .notUnderstood("\(error)"))
    }
  }

  private func expectation(of type: any Any.Type) -> ReadingProblem {
    switch "\(type)" {
    case "String": .kindExpected(.text)
    case "Int", "Double": .kindExpected(.number)
    case "Bool": .kindExpected(.truth)
    case let name where name.hasPrefix("Array"): .kindExpected(.list)
    default: .kindExpected(.object)
    }
  }

  /// A value of the right kind that its type does not take.
  private func refusal(_ context: DecodingError.Context) -> ReadingProblem {
    let detail = context.debugDescription
    if detail.hasPrefix("expected a date") { return .dateExpected }
    if detail.hasPrefix("expected hours") { return .hoursExpected }
    if detail.hasPrefix("expected a day") { return .dayOfYearExpected }
    let names = context.codingPath.filter { $0.intValue == nil }.map(\.stringValue)
    let value = detail.split(separator: " invalid String value ").dropFirst().last
    let found = value.map(String.init) ?? names.last ?? ""
    guard let values = AllowedValues.at(names) else { return .notUnderstood(detail) }
    return .valueExpected(values, found: found)
  }
}
