import Casework
import FoundationEssentials
import HallFiles
import TerminalUI

/// Reads the colours a person has asked for.
struct ThemeFiles {
  let invocation: Invocation

  func theme() throws(Complaint) -> Theme {
    let name = invocation.arguments[.theme] ?? "day"
    let option = invocation.arguments[.data]
    let folder: String
    do throws(FolderNotFound) {
      folder = try DataPlaces.find(
        .themes, option: option, environment: invocation.environment)
    } catch {
      // The theme everybody starts with is built in.
      guard invocation.arguments[.theme] != nil else { return .day }
      throw .folder(error)
    }
    guard let theme = try read(name, folder, depth: 0) else {
      let there = names(in: folder).joined(separator: ", ")
      throw .usage(
        .valueExpected(.theme, name, Words("这些之一：\(there)", "one of: \(there)")))
    }
    return theme
  }

  private func read(
    _ name: String, _ folder: String, depth: Int
  ) throws(Complaint) -> Theme? {
    guard names(in: folder).contains(name), depth < 8,
      let text = try? String(contentsOfFile: "\(folder)/\(name).theme", encoding: .utf8)
    else { return nil }
    do {
      return try Theme.read(text, name: name, file: "\(folder)/\(name).theme") { parent in
        // A theme of the name of one that is built in begins with that.
        try parent == name ? nil : read(parent, folder, depth: depth + 1)
      }
    } catch let error as ThemeError {
      throw .other(Words("\(error)", "\(error)"))
    } catch let error as Complaint {
      throw error
    } catch {
      throw .other(Words("\(folder)/\(name).theme：\(error)", "\(folder)/\(name).theme: \(error)"))
    }
  }

  private func names(in folder: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".theme") }.map { String($0.dropLast(6)) }.sorted()
  }
}
