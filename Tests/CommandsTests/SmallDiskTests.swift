import FoundationEssentials
import Glibc
import Testing

/// A real hall on a file system of its own that fills up and is then only read, where this host lets a
/// person mount one without being its administrator.
@Suite(.enabled(if: SmallDisk.isPossible, "no file system can be mounted here"))
struct SmallDiskTests {
  @Test func `a full disk lets the hall close its day, then refuses, and loses nothing`() throws {
    let yichuang = try Yichuang()
    let run = try SmallDisk(yichuang, megabytes: 170).run(
      """
      "$yichuang" init --store hall.db; echo made $?; ls hall.db-reserve
      fill; "$yichuang" do --store hall.db < lines; echo full $?; ls hall.db-reserve
      fill; "$yichuang" do --store hall.db < lines; echo spent $?
      rm fill; "$yichuang" do --store hall.db < lines; echo room $?; ls hall.db-reserve
      "$yichuang" verify hall.db; echo sound $?
      """)
    let kept = run.lines.filter { !$0.hasPrefix("{\"ok\":true") && !$0.hasPrefix("hall.db") }
    #expect(run.lines.filter { $0 == "hall.db-reserve" }.count == 2)
    for said in ["made 0", "full 0", "spent 3", "room 0", "sound 0"] {
      #expect(kept.contains(said), "\(said): \(run.output) \(run.remarks)")
    }
    #expect(run.lines.filter { $0.hasPrefix("{\"ok\":true") }.count >= 2 * SmallDisk.acts)
    #expect(run.output.contains("磁盘已满"))
  }

  @Test func `a store that can only be read is read, and says that it is`() throws {
    let yichuang = try Yichuang()
    let run = try SmallDisk(yichuang, megabytes: 60).run(
      """
      "$yichuang" init --store hall.db; "$yichuang" do --store hall.db < lines; echo done $?
      mount -o remount,ro "$PWD"
      "$yichuang" do --store hall.db < lines; echo writing $?
      "$yichuang" list --store hall.db --as wangfang; echo reading $?
      """)
    #expect(run.lines.contains("done 0") && run.lines.contains("writing 3"))
    #expect(run.remarks.contains("hall.db 只读，不能写入"))
    // The latest acts lie in the log, which cannot be read where nothing can be written.
    #expect(run.lines.contains("reading 0") || run.remarks.contains("-wal"), "\(run)")
  }
}

/// A script in a name space of its own, in a folder that is a file system of so many megabytes.
private struct SmallDisk {
  let yichuang: Yichuang
  let megabytes: Int
  static let acts = 5

  init(_ yichuang: Yichuang, megabytes: Int) throws {
    (self.yichuang, self.megabytes) = (yichuang, megabytes)
  }

  private static let unshare = "/usr/bin/unshare"

  static let isPossible: Bool = {
    guard let yichuang = try? Yichuang() else { return false }
    let run = try? SmallDisk(yichuang, megabytes: 1).run("touch here && echo possible")
    return run?.output == "possible\n"
  }()

  func run(_ script: String) throws -> Run {
    let folder = yichuang.path("small")
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false)
    let files = ["in", "out", "err"].map { yichuang.path("small.\($0)") }
    let tickets = (0..<Self.acts).map {
      "{\"do\":\"issue-ticket\",\"queue\":\"A\",\"purpose\":\"\($0)\",\"as\":\"wangfang\"}\n"
    }
    try tickets.joined().write(toFile: yichuang.path("lines"), atomically: false, encoding: .utf8)
    _ = FileManager.default.createFile(atPath: files[0], contents: nil)
    let whole = """
      set -e; mount -t tmpfs -o size=\(megabytes)m none "$folder"; set +e; cd "$folder"
      cp ../lines . ; fill() { dd if=/dev/zero of=fill bs=4k oflag=append conv=notrunc 2>/dev/null; }
      """ + "\n" + script
    let status = Yichuang.wait(
      for: try yichuang.start(
        ["-rm", "sh", "-c", whole], files,
        [
          "folder": folder, "yichuang": Yichuang.executable,
          "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        ],
        program: Self.unshare))
    return Run(
      output: try String(contentsOfFile: files[1], encoding: .utf8),
      remarks: try String(contentsOfFile: files[2], encoding: .utf8), status: status)
  }
}
