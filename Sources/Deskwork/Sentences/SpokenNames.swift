package import Casework
import WorkCalendar

/// Who and what a sentence speaks of, so that it says names and not identifiers.
package struct SpokenNames: Hashable, Sendable {
  package var clerks: [ClerkID: Words]
  package var departments: [DepartmentID: Words]
  /// The sheet of the case spoken of, for its materials and fields.
  package var sheet: ImplementationSheet?
  /// The route of the case spoken of.
  package var route: [RouteStep]

  package init(
    clerks: [ClerkID: Words] = [:], departments: [DepartmentID: Words] = [:],
    sheet: ImplementationSheet? = nil, route: [RouteStep] = []
  ) {
    self.clerks = clerks
    self.departments = departments
    self.sheet = sheet
    self.route = route
  }

  package func clerk(_ id: ClerkID) -> Words { clerks[id] ?? Words(id.rawValue, id.rawValue) }

  package func department(_ id: DepartmentID) -> Words {
    departments[id] ?? Words(id.rawValue, id.rawValue)
  }

  func departments(_ ids: [DepartmentID]) -> Words {
    listed(ids.map(department))
  }

  /// Materials by their place in the list and their name; where a name is wanting, by place alone.
  func materials(_ numbers: [Int]) -> Words {
    let named = numbers.compactMap { number in
      sheet?.material(number).map {
        Words("第\(number)项《\($0.name.zh)》", "material \(number) (\($0.name.en))")
      }
    }
    guard named.count < numbers.count || numbers.isEmpty else { return listed(named) }
    let places = numbers.map(String.init)
    return Words(
      "第\(places.joined(separator: "、"))项材料",
      "material\(places.count == 1 ? "" : "s") \(places.joined(separator: ", "))")
  }

  func fields(_ keys: [String]) -> Words {
    listed(
      keys.map { key in
        let label = sheet?.fields.first { $0.key == key }?.label ?? Words(quoted(key), quoted(key))
        return Words("「\(label.zh)」", "\"\(label.en)\"")
      })
  }

  /// A step by its place in the route, counted from 1, and its name.
  func step(_ index: Int) -> Words {
    guard route.indices.contains(index) else {
      return Words("第\(index + 1)步", "step \(index + 1)")
    }
    let name = route[index].name
    return Words("第\(index + 1)步「\(name.zh)」", "step \(index + 1) (\(name.en))")
  }

  private func listed(_ words: [Words]) -> Words {
    Words(
      words.map(\.zh).joined(separator: "、"), words.map(\.en).joined(separator: ", "))
  }
}

extension Desk {
  /// The names a sentence about a case, or about an item, may need.
  package func names(about id: CaseID? = nil, item: ItemID? = nil) -> SpokenNames {
    var names = SpokenNames(
      clerks: clerks.mapValues(\.name), departments: departments.mapValues(\.shortName))
    if let id, let file = try? file(id) {
      names.sheet = try? sheet(file.item, version: file.sheetVersion)
      names.route = file.route
    } else if let item {
      names.sheet = try? sheet(item)
      names.route = names.sheet?.route ?? []
    }
    return names
  }

  /// What a refusal means to the person at the desk: what is so, then what to do, in one line.
  ///
  /// `item` is the item of an application that has no case yet.
  package func sentence(
    _ refusal: DeskRefusal, in language: Language, item: ItemID? = nil
  ) -> String {
    refusal.sentence(in: language, names: names(about: refusal.caseID, item: item))
  }

  package func sentence(
    _ refusal: Refusal, about id: CaseID, in language: Language
  ) -> String {
    refusal.words(names(about: id))[language]
  }
}
