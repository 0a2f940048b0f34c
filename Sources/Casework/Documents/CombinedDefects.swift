/// What several departments found wrong, as the one list an applicant is told: each material with
/// the same fault once, in the order of the materials.
package struct CombinedDefects: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package var material: Int
    package var kind: Defect.Kind
    /// What is asked, each wish once.
    package var remarks: [String]
    /// Who asked, in the order they spoke.
    package var departments: [DepartmentID]

    package var defect: Defect {
      Defect(material: material, kind: kind, remark: remarks.joined(separator: "；"))
    }
  }

  package private(set) var lines: [Line] = []

  package init(_ noted: [CaseEvent.DefectsNoted]) {
    for note in noted {
      for defect in note.defects { add(defect, of: note.department) }
    }
    lines.sort { ($0.material, $0.kind.order) < ($1.material, $1.kind.order) }
  }

  package var defects: [Defect] { lines.map(\.defect) }

  /// Who asked for a material to be put right.
  package func departments(askingFor material: Int) -> [DepartmentID] {
    lines.filter { $0.material == material }.flatMap(\.departments)
      .reduce(into: []) { all, one in if !all.contains(one) { all.append(one) } }
  }

  /// Everything asked about a material, each wish once.
  package func remark(on material: Int) -> String {
    lines.filter { $0.material == material }.flatMap(\.remarks)
      .reduce(into: [String]()) { all, one in if !all.contains(one) { all.append(one) } }
      .joined(separator: "；")
  }

  private mutating func add(_ defect: Defect, of department: DepartmentID) {
    let known = lines.firstIndex { $0.material == defect.material && $0.kind == defect.kind }
    let index = known ?? lines.endIndex
    if known == nil {
      lines.append(Line(material: defect.material, kind: defect.kind, remarks: [], departments: []))
    }
    for remark in defect.remark.wishes where !lines[index].remarks.contains(remark) {
      lines[index].remarks.append(remark)
    }
    if !lines[index].departments.contains(department) {
      lines[index].departments.append(department)
    }
  }
}

extension Defect.Kind {
  /// Missing first: what is not there cannot be wrong.
  fileprivate var order: Int {
    switch self {
    case .missing: 0
    case .incorrect: 1
    case .expired: 2
    case .other: 3
    }
  }
}

extension String {
  /// Single wishes, without the marks between and behind them.
  fileprivate var wishes: [String] {
    split { $0 == "；" || $0 == ";" || $0.isNewline }.map { part in
      var text = part.drop(while: \.isWhitespace)
      while let last = text.last, last.isWhitespace || last == "。" { text.removeLast() }
      return String(text)
    }.filter { !$0.isEmpty }
  }
}
