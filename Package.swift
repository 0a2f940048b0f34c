// swift-tools-version: 6.2
import PackageDescription

// Every boundary below is a rule: a module may use what its list names, and the build refuses more.
// (`swift build --explicit-target-dependency-import-check error`)

let everywhere: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  // A type is asked for by what the compiler knows of it, and not by its name: the runtime looks for
  // what a named one conforms to among all 5,800 conformances of the program, for each such type.
  .unsafeFlags(["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"]),
]
/// Modules that never touch a pointer.
let safe = everywhere + [.strictMemorySafety()]
/// Modules that tests go through some ten thousand times: optimised in debug builds as well, which
/// takes a third of their time off and makes a full build a quarter longer.
let busy = safe + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "yichuang",
  products: [.executable(name: "yichuang", targets: ["yichuang"])],
  targets: [
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CCrypt", providers: [.apt(["libcrypt-dev"])]),
    .systemLibrary(name: "CPlatform"),
    .systemLibrary(name: "CDigest"),

    // The law and the hall: pure.
    .target(name: "WorkCalendar", swiftSettings: busy),
    .target(name: "Casework", dependencies: ["WorkCalendar"], swiftSettings: busy),
    .target(
      name: "Deskwork", dependencies: ["Digests", "Casework", "WorkCalendar"],
      swiftSettings: busy),
    .target(name: "Digests", dependencies: ["CDigest"], swiftSettings: everywhere),

    // What lies in files.
    .target(
      name: "HallFiles", dependencies: ["Deskwork", "Casework", "WorkCalendar"],
      swiftSettings: safe),
    .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: everywhere),
    .target(
      name: "CaseStore",
      dependencies: ["SQLite", "Digests", "Deskwork", "Casework", "WorkCalendar"],
      swiftSettings: busy),

    // Passwords, by libc alone.
    .target(name: "Passwords", dependencies: ["CCrypt"], swiftSettings: everywhere),

    // The demo hall and its script.
    .target(
      name: "Training", dependencies: ["Deskwork", "Casework", "WorkCalendar"],
      swiftSettings: safe),

    // The screen.
    .target(name: "TerminalUI", swiftSettings: safe),
    .target(
      name: "NcursesTerminal", dependencies: ["CNcurses", "CPlatform", "TerminalUI"],
      swiftSettings: everywhere),
    .target(
      name: "Console", dependencies: ["TerminalUI", "Deskwork", "Casework", "WorkCalendar"],
      swiftSettings: safe),

    // The command line.
    .target(
      name: "Commands",
      dependencies: [
        "CPlatform", "CaseStore", "Casework", "Console", "Deskwork", "HallFiles",
        "NcursesTerminal", "Passwords", "TerminalUI", "Training", "WorkCalendar",
      ],
      swiftSettings: everywhere),
    .executableTarget(name: "yichuang", dependencies: ["Commands"], swiftSettings: safe),

    // Tests.
    .target(
      name: "TestSupport",
      dependencies: ["Casework", "Deskwork", "TerminalUI", "WorkCalendar"],
      path: "Tests/TestSupport", swiftSettings: everywhere),
    .target(
      name: "FaultyDisk", dependencies: ["CSQLite"], path: "Tests/FaultyDisk",
      swiftSettings: everywhere),
    test("WorkCalendar"),
    test("Casework", ["WorkCalendar"]),
    test("Deskwork", ["Digests", "Casework", "WorkCalendar"]),
    test("HallFiles", ["Deskwork", "Casework", "WorkCalendar"]),
    test("Passwords"),
    test("SQLite", ["FaultyDisk"]),
    test(
      "CaseStore",
      [
        "SQLite", "Digests", "FaultyDisk", "HallFiles", "Training", "Deskwork", "Casework",
        "WorkCalendar",
      ]),
    test("Training", ["HallFiles", "Deskwork", "Casework", "WorkCalendar"]),
    test("TerminalUI"),
    test("NcursesTerminal", ["TerminalUI"]),
    test(
      "Console",
      ["TerminalUI", "Deskwork", "Casework", "WorkCalendar", "HallFiles", "Training"]),
    test(
      "Commands",
      [
        "CaseStore", "SQLite", "FaultyDisk", "Console", "Deskwork", "Casework", "WorkCalendar",
        "TerminalUI",
      ]),
  ]
)

func test(_ module: String, _ others: [String] = []) -> Target {
  let names = [module, "TestSupport"] + others
  return .testTarget(
    name: module + "Tests",
    dependencies: names.map { .byName(name: $0) },
    exclude: ["Goldens", "Fixtures"],
    swiftSettings: everywhere)
}
