import CaseStore
import Casework
import Deskwork
import HallFiles
import Passwords
import WorkCalendar

/// What a desk needs of the data folder: document templates and pinyin.
struct HallData {
  let folder: HallFolder
  private let texts: HallTexts

  /// `later` leaves templates and pinyin for when they are wanted, or demanded.
  init(_ invocation: Invocation, later: Bool = false) throws(Complaint) {
    let option = invocation.arguments[.data]
    let path = try complaining { () throws(FolderNotFound) in
      try DataPlaces.find(.data, option: option, environment: invocation.environment)
    }
    folder = HallFolder(path: path)
    texts = HallTexts(in: folder)
    if !later { try demandTexts() }
  }

  /// Whether all is there and right; from then on nothing of it is missed.
  func demandTexts() throws(Complaint) { _ = try texts.read() }

  /// Every reading of a text in pinyin.
  var readings: @Sendable (String) -> [Spelling] {
    if let pinyin = texts.known?.pinyin { return { pinyin.readings(of: $0) } }
    return { [texts] text in (try? texts.read())?.pinyin.readings(of: text) ?? [] }
  }

  /// The first reading of a text.
  func spelling(of text: String) throws(Complaint) -> Spelling {
    try texts.read().pinyin.spelling(of: text)
  }

  func surroundings(
    now: @escaping @Sendable () -> Moment, secret: String
  ) -> Surroundings {
    Surroundings(
      now: now,
      render: { [texts] facts in (try? texts.read())?.templates.render(facts) },
      readings: readings,
      code: { word in sixDigits(of: word, secret: secret) },
      slip: { [texts] facts in (try? texts.read())?.templates.render(facts) },
      passwordMatches: PasswordHash.matches, hashPassword: PasswordHash.make)
  }
}

extension Surroundings {
  /// For looking only: nothing is issued or indexed by such a desk.
  static func forReading(now: @escaping @Sendable () -> Moment) -> Surroundings {
    Surroundings(now: now, render: { _ in nil }, readings: { _ in [] }, code: { _ in "" })
  }
}
