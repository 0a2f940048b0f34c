import Casework
import FoundationEssentials
import HallFiles
import Testing

@Suite struct DataPlacesTests {
  @Test func `the option comes before the environment, and the environment before our own`() throws
  {
    let one = try SmallHall()
    let other = try SmallHall()
    let (first, second) = (one.path, other.path)
    let environment = ["YICHUANG_DATA": second]
    #expect(try DataPlaces.find(.data, option: first, environment: environment) == first)
    #expect(try DataPlaces.find(.data, option: nil, environment: environment) == second)
    let own = try DataPlaces.find(.data, option: nil, environment: [:], executable: "/bin/none")
    #expect(own != first && own != second)
  }

  @Test func `a folder that was named is never replaced by another`() {
    let nowhere = "/nowhere/at/all"
    let error = #expect(throws: FolderNotFound.self) {
      try DataPlaces.find(.data, option: nowhere, environment: [:])
    }
    #expect(error?.tried == [nowhere, nowhere + "/Data"])
    #expect(error?.sentence(in: .en).contains(nowhere) == true)
    #expect(error?.sentence(in: .zh).contains("--data") == true)
  }

  @Test func `an installed program finds its files under its prefix`() throws {
    let hall = try SmallHall()
    let share = "\(hall.path)/share/yichuang"
    try FileManager.default.createDirectory(atPath: share, withIntermediateDirectories: true)
    for folder in ["hall", "catalogue"] {
      try FileManager.default.createDirectory(
        atPath: "\(share)/Data/\(folder)", withIntermediateDirectories: true)
    }
    try hall.write("{}", to: "share/yichuang/Data/hall/hall.json")
    let found = try DataPlaces.find(
      .data, option: nil, environment: [:], executable: "\(hall.path)/bin/yichuang")
    #expect(found == "\(share)/Data")
  }

  @Test func `themes of our own serve a hall that brings none`() throws {
    let hall = try SmallHall()
    let own = try DataPlaces.find(.themes, option: nil, environment: [:], executable: nil)
    #expect(try DataPlaces.find(.themes, option: hall.path, environment: [:]) == own)
    try FileManager.default.createDirectory(
      atPath: "\(hall.path)/Themes", withIntermediateDirectories: true)
    try hall.write("", to: "Themes/dusk.theme")
    #expect(
      try DataPlaces.find(.themes, option: hall.path, environment: [:]) == "\(hall.path)/Themes")
  }
}
