import Casework

/// The cases of the script: each course on an item that allows it.
struct ScriptCourses {
  let sheets: [ImplementationSheet]

  var courses: [Course] {
    let found = [
      immediate, immediateByPost, examined, interrupted, sentBack, parallel, deferred, committed,
      referred, waiting, joint, refused, declined, lapsed, withdrawn, terminated, township,
    ]
    var courses = found.compactMap { $0 } + together + [charged, forgotten].compactMap { $0 }
    for index in courses.indices {
      courses[index].turn = index
      if courses[index].halt != .awaitingRelease { courses[index].applicant += index }
      switch courses[index].sheet.audience {
      case .persons: courses[index].applicantIsOrganisation = false
      case .organisations: courses[index].applicantIsOrganisation = true
      case .both: break
      }
    }
    return courses
  }

  private func course(
    _ halt: Course.Halt = .concluded, on fits: (ImplementationSheet) -> Bool,
    _ change: (inout Course) -> Void = { _ in }
  ) -> Course? {
    guard let sheet = sheets.first(where: { $0.canReach(halt) && fits($0) }) else { return nil }
    var course = Course(sheet: sheet, halt: halt)
    course.applicant = 800_000
    change(&course)
    return course
  }

  private var immediate: Course? {
    course(on: { $0.handling == .immediate && $0.result.form == .certificate }) {
      $0.opening = .decideOnTheSpot
    }
  }

  private var immediateByPost: Course? {
    course(on: { $0.handling == .immediate && $0.deliveryMethods.contains(.post) }) {
      $0.opening = .decideOnTheSpot
      $0.isPosted = true
      $0.takesAgent = true
    }
  }

  private var examined: Course? {
    course(
      on: {
        $0.handling == .committed && $0.canReach(.inSpecialProcedure) && $0.canReach(.inProduction)
      }) {
        $0.opening = .acceptLater
        $0.detours = [.extending, .specialProcedure, .giveBack]
        $0.takesAgent = true
      }
  }

  private var interrupted: Course? {
    course(on: { $0.canReach(.awaitingExaminationCorrection) && $0.canReach(.suspended) }) {
      $0.detours = [.suspension, .noteDefects, .examinationCorrection]
    }
  }

  private var sentBack: Course? {
    course(on: { $0.handling == .committed && $0.firstReturn != nil }) {
      $0.detours = [.sendBack]
    }
  }

  private var parallel: Course? {
    course(on: { $0.canReach(.partlyAnswered) })
  }

  private var deferred: Course? {
    course(on: { $0.handling == .committed && $0.allowsDeferredMaterials }) {
      $0.isDeferred = true
    }
  }

  private var committed: Course? {
    course(
      on: { sheet in
        sheet.allowsNotifiedCommitment && sheet.materials.contains { $0.share == .commitment }
      }) { $0.isUnderCommitment = true }
      ?? course(on: { $0.allowsNotifiedCommitment }) { $0.isUnderCommitment = true }
  }

  private var referred: Course? { course(on: { $0.canReach(.referredUpward) }) }

  private var waiting: Course? {
    let shortest = sheets.map(\.waitingDays).filter { $0 > 0 }.min()
    return course(on: { $0.waitingDays == shortest })
  }

  private var joint: Course? { course(on: { $0.handling == .joint }) }

  private var refused: Course? {
    course(on: { $0.handling == .committed && $0.canReach(.awaitingCorrection) }) {
      $0.opening = .correctFirst
      $0.verdict = .refused
    }
  }

  private var declined: Course? {
    course(.declined, on: { $0.handling == .committed }) { $0.declineGround = .notThisOrgan }
  }

  private var lapsed: Course? {
    course(.lapsed, on: { $0.handling == .committed }) { $0.correctionDays = 5 }
  }

  private var withdrawn: Course? { course(.withdrawn, on: { $0.handling == .committed }) }

  private var terminated: Course? { course(.terminated, on: { $0.handling == .committed }) }

  private var township: Course? {
    course(on: { $0.allowsTownshipIntake && $0.handling == .committed && $0.waitingDays == 0 }) {
      $0.isFromTownship = true
    }
  }

  private var charged: Course? {
    course(on: { $0.fee.amountInFen != nil && $0.handling == .committed })
  }

  /// Nobody takes it up, for supervision to find.
  private var forgotten: Course? { course(.unclaimed, on: { $0.handling == .committed }) }

  /// Two results of one person, to be handed over in one act.
  private var together: [Course] {
    let items = sheets.filter { $0.handling == .immediate && $0.audience == .persons }.prefix(2)
    return items.map { sheet in
      var course = Course(sheet: sheet, halt: .awaitingRelease)
      course.opening = .decideOnTheSpot
      course.applicant = 900_000
      return course
    }
  }
}
