private import FoundationEssentials

extension DeskPlace {
  /// As it is stored.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Nil for what this program does not understand; the drafts it speaks of are there all the same.
  init?(_ text: String) {
    guard let place = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)),
      place.version == Self.known, !place.path.isEmpty,
      place.path.allSatisfy({ PaneID(rawValue: $0) != nil })
    else { return nil }
    self = place
  }
}
