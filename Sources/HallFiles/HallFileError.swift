package import Casework

/// Why a file of the hall cannot be used: which one, where in it, and what was expected.
package struct HallFileError: Error, Hashable, Sendable {
  package var file: String
  /// The way to the value inside the file (route[2].limit); empty for the file as a whole.
  package var place: String
  package var line: Int?
  package var problem: HallFileProblem

  init(_ file: String, at place: String = "", line: Int? = nil, _ problem: HallFileProblem) {
    self.file = file
    self.place = place
    self.line = line
    self.problem = problem
  }

  package func sentence(in language: Language) -> String {
    let said = problem.words[language]
    switch language {
    case .zh:
      let line = line.map { " 第 \($0) 行" } ?? ""
      let place = place.isEmpty ? "" : " \(place)"
      return "\(file)\(line)\(place)：\(said)。"
    case .en:
      let line = line.map { ", line \($0)" } ?? ""
      let place = place.isEmpty ? "" : ", \(place)"
      return "\(file)\(line)\(place): \(said)."
    }
  }
}
