import Casework
import FoundationEssentials
import HallFiles
import TestSupport
import Testing

struct FileFuzzTests {
  private static let files = [
    "hall/hall.json", "hall/departments.json", "hall/counters.json", "hall/clerks.json",
    "catalogue/SJ05.json", "calendars/2026.json",
  ]
  private static let pieces = [
    "{", "}", "[", "]", ",", "\"", ":", "\\", "\\u001b", "\\u202e", "\u{202E}", "null", "true", "-",
    "9223372036854775807", "0.5", "2026-02-30", "9999-12-31", "0001-01-01", "99:99", "\u{FEFF}",
    "[[[[[[[[[[[[[[[[", "{\"a\":{\"a\":{\"a\":", "\"id\":",
  ].map { Array($0.utf8) }

  @Test func `a damaged file is read, or refused with a sentence`() throws {
    let hall = try SmallHall()
    let path = hall.path
    let originals = try Self.files.map { try Data(contentsOf: URL(filePath: "\(path)/\($0)")) }
    Fuzz("data files", rounds: 60).run(
      make: { random in
        let index = random.below(Self.files.count)
        return [UInt8(index)]
          + (random.below(2) == 0
            ? random.mutated(Array(originals[index]), with: Self.pieces, times: 6)
            : random.mutatedJSON(Array(originals[index])))
      },
      check: { bytes in
        let index = Int(bytes.first ?? 0) % Self.files.count
        let place = URL(filePath: "\(path)/\(Self.files[index])")
        try Data(bytes.dropFirst()).write(to: place)
        defer { try? originals[index].write(to: place) }
        do throws(HallFileError) {
          _ = try HallFolder(path: path).load()
          return nil
        } catch {
          let sentence = error.sentence(in: .zh)
          return sentence.isEmpty || sentence.count > 2_000 ? "sentence of \(sentence.count)" : nil
        }
      })
    _ = hall
  }

  @Test func `damaged rules of supervision are read, or refused with a sentence`() throws {
    let rules = try DataPlaces.find(.data, option: nil, environment: [:], executable: nil)
    let original = try Data(contentsOf: URL(filePath: "\(rules)/supervision/rules.json"))
    let hall = try SmallHall()
    let folder = "\(hall.path)/supervision"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: nil)
    Fuzz("rules", rounds: 60).run(
      make: { random in
        random.below(2) == 0
          ? random.mutated(Array(original), with: Self.pieces, times: 6)
          : random.mutatedJSON(Array(original))
      },
      check: { [path = hall.path] bytes in
        try Data(bytes).write(to: URL(filePath: "\(folder)/rules.json"))
        do throws(HallFileError) {
          _ = try HallFolder(path: path).rulebook()
        } catch {
          if error.sentence(in: .zh).isEmpty { return "no sentence" }
        }
        return nil
      })
    _ = hall
  }

  @Test func `a damaged holiday notice is read, or refused with sentences`() throws {
    let originals = try PublishedNotice.names.map { Array(try PublishedNotice.text($0).utf8) }
    let words = [
      "放假", "调休", "共", "天", "上班", "至", "周六", "星期日", "月", "日", "年", "（", "）", "、", "。", "一、",
      "国庆节", "春节", "2月30日", "13月1日", "99999999999999999999月", "0月0日", "除夕", "与", "\n",
    ].map { Array($0.utf8) }
    Fuzz("notices", rounds: 60).run(
      make: { random in random.mutated(random.pick(originals), with: words, times: 8) },
      check: { bytes in
        do throws(NoticeRefusal) {
          let notice = try NoticeFile.read(bytes) { _ in nil }
          _ = try notice.tables(over: [])
        } catch {
          if error.problems.isEmpty { return "no problem named" }
          for problem in error.problems where problem.sentence(in: .zh).isEmpty {
            return "no sentence"
          }
        }
        return nil
      })
  }
}
