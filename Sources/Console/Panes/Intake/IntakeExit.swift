import Casework
import Deskwork
import WorkCalendar

/// A way an intake, or a visit to a case, can end.
enum IntakeExit: String, Hashable, Sendable, CaseIterable {
  case onTheSpot, accept, correction, decline
  /// Takes in what was brought and nothing more.
  case supply
  /// Nobody corrected in time.
  case lapse
}

/// What an exit would do now, by the very rules it will be carried out under.
struct ExitPreview: Hashable, Sendable {
  enum Outcome: Hashable, Sendable {
    case possible(Consequence)
    /// Nothing forbids it, but the clerk has to write something first.
    case needs(Refusal)
    case impossible(Refusal)
    /// It holds already.
    case done
  }

  var exit: IntakeExit
  var outcome: Outcome

  /// Whether choosing it leads on: to its page or to the question.
  var canBeChosen: Bool {
    switch outcome {
    case .possible, .needs: true
    case .impossible, .done: false
    }
  }

  var refusal: Refusal? {
    switch outcome {
    case .possible, .done: nil
    case .needs(let refusal), .impossible(let refusal): refusal
    }
  }
}

extension IntakeForm {
  /// What every exit would do; empty before an item is chosen.
  func previews(_ context: Context) -> [ExitPreview] {
    exits.compactMap { preview($0, context) }
  }

  func preview(_ exit: IntakeExit, _ context: Context) -> ExitPreview? {
    guard let sheet else { return nil }
    if needsSupplies(exit), !hasSupplies {
      return ExitPreview(exit: exit, outcome: .impossible(.materialsMissing(awaitedMaterials)))
    }
    do throws(Refusal) {
      let consequence = try Consequence(
        of: filled(commands(exit, context)),
        on: open?.file ?? CaseFile(id: CaseNumbers.provisional.id), under: sheet, context)
      return ExitPreview(
        exit: exit, outcome: consequence.events.isEmpty ? .done : .possible(consequence))
    } catch {
      return ExitPreview(
        exit: exit, outcome: error.asksForText ? .needs(error) : .impossible(error))
    }
  }

  /// The exit one most likely wants: the item's own way on, a correction if materials stand in
  /// its way. What can be put right at once is put right there.
  func natural(_ context: Context) -> IntakeExit {
    guard exits.contains(.accept), let sheet else { return exits.first ?? .accept }
    let main: IntakeExit = sheet.allowsDecisionOnTheSpot ? .onTheSpot : .accept
    switch preview(main, context)?.refusal {
    case .some(.materialsMissing), .some(.materialsDefective): return .correction
    case .some, nil: return main
    }
  }

  /// Whether nothing can be done before what was asked for has been brought.
  private func needsSupplies(_ exit: IntakeExit) -> Bool {
    switch exit {
    case .supply: true
    case .onTheSpot, .accept: purpose == .correction
    case .correction, .decline, .lapse: false
    }
  }

  /// What the visit is about: what was asked for, or may still come.
  private var awaitedMaterials: [Int] {
    switch purpose {
    case .deferredMaterials: open?.file.deferredOutstanding ?? []
    case .examinationCorrection:
      open?.file.examinationCorrection?.defects.map(\.material) ?? []
    case .application, .ending, .correction: told
    }
  }

  /// The texts that the page of the ending proposes stand for what is not written yet, and a
  /// certificate for the number it will get.
  private func filled(_ commands: [CaseCommand]) -> [CaseCommand] {
    commands.map { command in
      if case .decideOnTheSpot(let text, _) = command {
        return .decideOnTheSpot(text: text, certificateNumber: "-")
      }
      guard case .requestCorrection(let defects, let days) = command, page != .correction else {
        return command
      }
      let named = defects.map { defect in
        Defect(
          material: defect.material, kind: defect.kind,
          remark: defect.remark.isEmpty ? "-" : defect.remark)
      }
      return .requestCorrection(named, workingDays: days)
    }
  }
}

extension Refusal {
  /// Whether writing something on the page of the ending is all that is missing.
  fileprivate var asksForText: Bool {
    [.reasonMissing, .basisMissing, .competentOrganMissing].contains(self)
  }
}
