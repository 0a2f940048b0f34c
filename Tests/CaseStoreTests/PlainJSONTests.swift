import Casework
import Deskwork
import FoundationEssentials
import SQLite
import TestSupport
import Testing
import WorkCalendar

@testable import CaseStore

/// The plain decoder and the plain writer may give up, but never read or write anything else than the
/// general ones.
struct PlainJSONTests {
  private static func golden(_ kind: EventKind) throws -> String {
    let folder = "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = folder.joined(separator: "/") + "/Goldens/\(kind.rawValue).txt"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  @Test(arguments: EventKind.allCases)
  func `whatever the store writes is read plainly, and as it is read at large`(
    _ kind: EventKind
  ) throws {
    let stored = StoredEvent(kind: kind.rawValue, body: try Self.golden(kind))
    let plain = try stored.event(by: .plain)
    #expect(try plain == stored.event(by: .general))
    #expect(try plain == stored.event())
  }

  private static let pieces = [
    "{", "}", "[", "]", ",", "\"", ":", "null", "true", "false", "-", "0", "-0", "01", "[]", "{}",
    "\"\"", " ", "\n", "\t", "1.0", "1e2", "9223372036854775807", "999999999999999999",
    "18446744073709551616", "9999999999999999999", "2026-02-30", "\\", "\\n", "\\\"", "\\/",
    "\\u0041", "\\ud83d\\ude00", "\u{0}",
    "\u{7F}", "\u{FEFF}", "e\u{301}", "\u{E9}", "\"number\":1,", "\"kind\":null,", "😀",
  ].map { Array($0.utf8) }

  @Test func `whatever is changed in an event, it is read as it is read at large`() throws {
    let goldens = try EventKind.allCases.map { Array(try Self.golden($0).utf8) }
    Fuzz("plain", rounds: 6_000).run(
      make: { random in
        let index = random.below(goldens.count)
        let body =
          random.below(3) > 0
          ? random.mutated(goldens[index], with: Self.pieces, times: 3)
          : random.mutatedJSON(goldens[index])
        return [UInt8(index)] + body
      },
      check: { bytes in
        let kind = EventKind.allCases[Int(bytes.first ?? 0) % EventKind.allCases.count]
        let body = String(decoding: bytes.dropFirst(), as: UTF8.self)
        let stored = StoredEvent(kind: kind.rawValue, body: body)
        for way in [StoredJSON.Way.straight, .plain] {
          guard let read = try? stored.event(by: way) else { continue }
          guard let general = try? stored.event(by: .general) else { return "only read \(way)" }
          if read != general { return "\(way): \(read) instead of \(general)" }
        }
        return nil
      })
  }

  private struct Sample: Hashable, Codable {
    enum Part: Hashable, Codable { case plain, numbered(Int), named(name: String, truth: Bool) }

    var flags: [Bool]?
    var limits: [Int16]
    var map: [String: Int]
    var parts: [Part]
    var rest: [[String?]]
    var small: UInt8
    var wide: Int64
  }

  @Test func `values of every form come back as they were written`() throws {
    let sample = Sample(
      flags: [true, false], limits: [-32_768, 0, 32_767], map: ["a": 1, "b": -2],
      parts: [.plain, .numbered(3), .named(name: "一\n\"二\"\\/\t", truth: true)],
      rest: [[], [nil, "😀e\u{301}"]], small: 255, wide: 99_999_999_999)
    let text = try StoredJSON.text(sample, by: .plain)
    #expect(try text == StoredJSON.text(sample, by: .general))
    #expect(try StoredJSON.value(Sample.self, from: text, by: .plain) == sample)
  }

  /// A member more has to be named where these are written.
  @Test func `what is known of an applicant is written straight as it is written at large`() throws
  {
    for name in ["周小兰", "一\n\"二\"\\/\t", "", "😀e\u{301}"] {
      let identity = Identity(kind: .residentID, number: "539901199003070126")
      let applicant = Applicant(
        kind: .person, name: name, identity: identity, phone: "13888885555", address: name,
        legalRepresentative: name)
      let material = KnownApplicant.MaterialOnFile(
        name: name, item: "SJ05", seenOn: LocalDate(dayNumber: 20_523), id: "YC202603020001")
      for materials in [[], [material], [material, material]] {
        let known = KnownApplicant(
          applicant: applicant, lastSeenOn: LocalDate(dayNumber: 20_524), materials: materials)
        let text = try StoredJSON.text(known, by: .straight)
        #expect(try text == StoredJSON.text(known, by: .general))
        #expect(try StoredJSON.value(KnownApplicant.self, from: text) == known)
        #expect(Mirror(reflecting: known).children.count == 3)
      }
      let members = ([identity, applicant, material] as [Any]).map {
        Mirror(reflecting: $0).children.count
      }
      #expect(members == [2, 6, 4])
    }
    let odd = Identity(kind: .other, number: "1\u{1}2")
    #expect(throws: SQLiteError.self) { try StoredJSON.text(odd, by: .straight) }
    #expect(try StoredJSON.text(odd) == StoredJSON.text(odd, by: .general))
  }

  @Test(arguments: EventKind.allCases)
  func `whatever happened is written plainly, and as it is written at large`(
    _ kind: EventKind
  ) throws {
    let golden = try Self.golden(kind)
    let event = try StoredEvent(kind: kind.rawValue, body: golden).event()
    #expect(try StoredEvent(event, by: .plain).body == golden)
    #expect(try StoredEvent(event, by: .general).body == golden)
    if event.straightBody != nil {
      #expect(try StoredEvent(event, by: .straight).body == golden)
    }
  }

  /// A member more has to be named where these are written.
  @Test func `what every case comes to is written straight as it is written at large`() throws {
    let due = DueDate(on: LocalDate(dayNumber: 20_524), isProvisional: false)
    for (more, text) in [(nil, "一\n\"二\"\\/\t"), (DueDate(on: due.on, isProvisional: true), "")] {
      let accepted = CaseEvent.Accepted(
        acceptedOn: due.on, route: [], committedLimit: .workingDays(7), statutoryLimit: .onTheSpot,
        committedDue: due, statutoryDue: more, deferred: more == nil ? [] : [2, 5],
        deferredDue: more, isUnderCommitment: more != nil, quotaPlace: more.map { _ in 12 })
      let party = CaseEvent.PartyDue(department: "SJ", due: due)
      let started = CaseEvent.StepStarted(
        step: 3, startedOn: due.on, due: due, partyDue: more == nil ? [] : [party, party],
        stopsClock: more != nil)
      let document = IssuedDocument(
        kind: .receipt, number: text,
        text: PrintedText(utf8: Array(text.utf8), sha256: more.map { _ in "0a" }),
        issuedOn: due.on, copies: 2)
      let (received, parts) = received(text, due: due, more: more)
      for event: CaseEvent in [
        .received(received), .accepted(accepted), .stepStarted(started), .documentIssued(document),
      ] {
        let straight = try StoredEvent(.file(event), by: .straight)
        #expect(try straight == StoredEvent(.file(event), by: .general))
      }
      let members =
        ([accepted, started, party, document, due, TimeLimit.onTheSpot, received] as [Any] + parts)
        .map { Mirror(reflecting: $0).children.count }
      // A document's hash stands with its text.
      #expect(members == [10, 5, 2, 5, 2, 2, 11, 7, 3, 2, 2, 6])
    }
  }

  /// What was taken in, and of what it is made.
  private func received(
    _ text: String, due: DueDate, more: DueDate?
  ) -> (CaseEvent.Received, [Any]) {
    let identity = Identity(kind: .residentID, number: "539901198912253339")
    let agent = Agent(name: text, identity: identity, phone: "13800000021")
    let delivery = DeliveryPreference(method: .post, address: text)
    let field = FieldValue(key: "premises", value: text)
    let material = MaterialReceived(
      number: 2, status: .defective, originals: 1, copies: 3, isCheckedAgainstOriginal: true,
      remark: text)
    let intake = Intake(
      applicant: Applicant(kind: .person, name: text, identity: identity),
      agent: more == nil ? nil : agent, materials: [material, material],
      fields: more == nil ? [] : [field], ticket: more.map { _ in "A023" }, delivery: delivery)
    let received = CaseEvent.Received(
      caseNumber: text, item: "SJ05", sheetVersion: 3, department: "SJ", queryCode: "490424",
      pickUpCode: "103065", intake: intake, receivedOn: due.on, noticeDue: due,
      ticketEndedAt: more.map { _ in Moment(epochSeconds: 1_772_413_500) },
      township: more.map { _ in text })
    return (received, [intake, agent, delivery, field, material])
  }

  @Test func `a letter that has to be escaped is found wherever it stands`() throws {
    for letter in ["\"", "\\", "\n", "\u{1F}", " ", "!", "#", "[", "]", "\u{7F}", "é", "中"] {
      for before in 0..<18 {
        let text =
          String(repeating: "中", count: before / 3)
          + String(repeating: "x", count: before % 3) + letter + letter + "x中中中x" + letter
        let texts = [text: text]
        #expect(try StoredJSON.text(texts) == StoredJSON.text(texts, by: .general))
        let words = PlainWriting.text([text])
        let isByNumber = letter == "\u{1F}"
        #expect(try words == (isByNumber ? nil : StoredJSON.text([text], by: .general)))
      }
    }
  }

  private static let letters =
    "azAZ09_ -\"\\/\u{8}\u{C}\n\r\t\u{1F}\u{0}\u{7F}é中😀\u{2028}".unicodeScalars.map(Character.init)

  @Test func `whatever names and texts a value has, they are written as they are at large`() throws
  {
    Fuzz("written", rounds: 2_000).run(
      make: { random in (0..<24).map { _ in UInt8(random.below(256)) } },
      check: { bytes in
        var map: [String: [String?]] = [:]
        for (index, byte) in bytes.enumerated() where index % 4 == 0 {
          func letter(_ byte: UInt8) -> Character { Self.letters[Int(byte) % Self.letters.count] }
          let rest = bytes[index...].prefix(4).map(letter)
          // Most names are of letters, as those of members are.
          let name = byte < 220 ? rest.filter { "azAZ09_".contains($0) } : Array(rest.prefix(2))
          map[String(name)] = [String(rest), byte < 30 ? nil : String(letter(byte))]
        }
        guard let general = try? StoredJSON.text(map, by: .general) else { return "not written" }
        guard let plain = try? StoredJSON.text(map, by: .plain) else { return nil }
        return plain == general ? nil : "\(plain) instead of \(general)"
      })
  }

  private struct Odd: Encodable {
    enum Keys: String, CodingKey { case one, two }
    let write: @Sendable (any Encoder) throws -> Void
    func encode(to encoder: any Encoder) throws { try write(encoder) }
  }

  /// Each is written in a way of its own, out of an object.
  private static let odd: [@Sendable (any Encoder) throws -> Void] = [
    { _ = $0 },
    { _ = $0.container(keyedBy: Odd.Keys.self) },
    { _ = $0.unkeyedContainer() },
    { encoder in
      var once = encoder.container(keyedBy: Odd.Keys.self)
      try once.encode(1, forKey: .two)
      var again = encoder.container(keyedBy: Odd.Keys.self)
      try again.encode("a", forKey: .one)
    },
    { encoder in
      var outer = encoder.container(keyedBy: Odd.Keys.self)
      var inner = outer.nestedContainer(keyedBy: Odd.Keys.self, forKey: .two)
      try inner.encode(UInt8(1), forKey: .two)
      try inner.encodeNil(forKey: .one)
      var list = outer.nestedUnkeyedContainer(forKey: .one)
      try list.encode(Int64.min)
      try list.encode(UInt64.max)
      _ = list.nestedContainer(keyedBy: Odd.Keys.self)
    },
    { encoder in
      var single = encoder.singleValueContainer()
      try single.encode(["b": Int8(-1), "a": 2])
    },
  ]

  @Test(arguments: odd.indices)
  func `however a value is written, it comes out as it does at large`(_ index: Int) throws {
    let value = ["value": Odd(write: Self.odd[index])]
    #expect(
      try StoredJSON.text(value, by: .plain) == StoredJSON.text(value, by: .general))
  }

  @Test func `what is written where it does not belong is left to the general encoder`() {
    let lost = Odd { encoder in
      var outer = encoder.container(keyedBy: Odd.Keys.self)
      var inner = outer.nestedContainer(keyedBy: Odd.Keys.self, forKey: .two)
      try outer.encode(1, forKey: .one)
      try inner.encode(1, forKey: .one)
    }
    let parent = Odd { try 1.encode(to: $0.container(keyedBy: Odd.Keys.self).parent()) }
    for odd in [lost, parent] { #expect(PlainWriter.text(odd) == nil) }
    #expect(PlainWriter.text([1]) == nil)
    #expect(PlainWriter.text(["a": 1.5]) == nil)
    #expect(PlainWriter.text(["a": "\u{1}"]) == nil)
    #expect(PlainWriter.text(["é": 1]) == nil)
  }

  private static let left = [
    #"{"a" :1}"#, #"{"a":1} "#, #" {"a":1}"#, #"{"a":01}"#, #"{"a":-0}"#, #"{"a":1.0}"#,
    #"{"a":1e0}"#, #"{"a":1,"a":2}"#, #"{"b":1,"a":2}"#, #"{"a":"\u0041"}"#, #"{"é":1}"#,
    #"{"a":1,}"#, #"{"a":[1,]}"#, #"{"a":1"#, "{\"a\":\"\u{1}\"}", #"{"a":"\x"}"#, #"{"a":"\"}"#,
    #"[1]"#, #"{"a":tru}"#, #"{"a":1234567890123456789}"#, "", "{", #"{"\u0061":1}"#,
    #"{"a":"# + String(repeating: "[", count: 100) + String(repeating: "]", count: 100) + "}",
  ]

  @Test(arguments: left)
  func `what the store would not write is left to the general decoder`(_ text: String) {
    #expect(throws: PlainJSON.NotPlain.self) { try PlainJSON(Array(text.utf8)) }
  }

  @Test func `a number that does not fit is not read`() {
    #expect(PlainJSON.value([String: UInt8].self, in: Array(#"{"a":256}"#.utf8)) == nil)
    #expect(PlainJSON.value([String: UInt8].self, in: Array(#"{"a":255}"#.utf8)) == ["a": 255])
    #expect(PlainJSON.value([String: Double].self, in: Array(#"{"a":1}"#.utf8)) == nil)
  }
}

extension KeyedEncodingContainer {
  fileprivate func parent() -> any Encoder {
    var container = self
    return container.superEncoder()
  }
}
