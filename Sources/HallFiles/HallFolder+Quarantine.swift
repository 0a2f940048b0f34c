package import Casework
import WorkCalendar

/// A hall as its files describe it, and the codes that had to be left out of it.
package struct LoadedHall {
  package var reference: HallReference
  /// Where each code stands and what is wrong with it, in the order of the files.
  package var quarantined: [HallFileError]
}

extension HallFolder {
  /// The departments, with broken credit codes left blank.
  func departments(
    quarantining found: inout [HallFileError]
  ) throws(HallFileError) -> [Department] {
    let file = "hall/departments.json"
    var departments: [Department] = try read(file)
    for (index, department) in departments.enumerated() {
      guard let problem = problem(.paper(.creditCode), department.creditCode) else { continue }
      let way: [JSONPlaces.Key] = [.element(index), .member("creditCode")]
      found.append(error(file, way, .hall(.quarantined(department.creditCode.masked, problem))))
      departments[index].creditCode = ""
    }
    return departments
  }

  /// The sheets, with codes left blank whose credit code is broken; one authority's often all are.
  func sheets(
    quarantining found: inout [HallFileError]
  ) throws(HallFileError) -> [ImplementationSheet] {
    var sheets: [ImplementationSheet] = try readAll(in: "catalogue")
    for index in sheets.indices {
      let codes = sheets[index].codes
      let judged = [
        ("handling", codes.handling, problem(.other(.handlingCode), codes.handling)),
        (
          "implementation", codes.implementation,
          problem(.other(.implementationCode), codes.implementation)
        ),
      ]
      for (key, code, problem) in judged {
        guard let problem else { continue }
        let way: [JSONPlaces.Key] = [.member("codes"), .member(key)]
        let file = "catalogue/\(sheets[index].id).json"
        found.append(error(file, way, .hall(.quarantined(code.masked, problem))))
        if key == "handling" { sheets[index].codes.handling = "" }
        if key == "implementation" { sheets[index].codes.implementation = "" }
      }
    }
    return sheets
  }

  private func problem(_ kind: NumberKind, _ code: String) -> CodeProblem? {
    // A code has no day of its own.
    kind.problem(with: code, on: .distantFuture)
  }
}

extension String {
  fileprivate var masked: String { Identity(kind: .other, number: self).maskedNumber }
}
