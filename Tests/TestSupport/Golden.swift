import FoundationEssentials
package import Testing

/// Compares `text` with `Goldens/<name>.txt` beside the calling test; `RECORD=1` writes it instead.
package func expectGolden(
  _ text: String, named name: String, file: StaticString = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let golden = goldenPath(name, beside: file)
  let actual = text.hasSuffix("\n") ? text : text + "\n"
  if isRecording {
    record(actual, at: golden, sourceLocation)
    return
  }
  guard let expected = try? String(contentsOfFile: golden, encoding: .utf8) else {
    Issue.record(
      "There is no golden \(name); RECORD=1 swift test writes it.", sourceLocation: sourceLocation)
    return
  }
  if actual != expected {
    let difference = firstDifference(between: expected, and: actual)
    Issue.record("\(name) differs. \(difference)", sourceLocation: sourceLocation)
  }
}

private var isRecording: Bool {
  let value = ProcessInfo.processInfo.environment["RECORD"]
  return value == "1"
}

private func goldenPath(_ name: String, beside file: StaticString) -> String {
  let folder = "\(file)".split(separator: "/", omittingEmptySubsequences: false).dropLast()
  return folder.joined(separator: "/") + "/Goldens/\(name).txt"
}

private func record(_ text: String, at path: String, _ sourceLocation: SourceLocation) {
  guard ProcessInfo.processInfo.environment["CI"] == nil else {
    Issue.record("Goldens are not recorded under CI.", sourceLocation: sourceLocation)
    return
  }
  do {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  } catch {
    Issue.record("\(path) could not be written: \(error)", sourceLocation: sourceLocation)
  }
}

private func firstDifference(between expected: String, and actual: String) -> String {
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  for line in 0..<max(old.count, new.count) {
    let was = line < old.count ? String(old[line]) : "(nothing)"
    let now = line < new.count ? String(new[line]) : "(nothing)"
    if was != now { return "Line \(line + 1)\n  was: \(was)\n  is:  \(now)\nWhole:\n\(actual)" }
  }
  return ""
}
