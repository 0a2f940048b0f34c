package import Casework
package import Deskwork
package import TerminalUI
package import WorkCalendar

/// What a pane wants of the outside. A value, so that a test can compare it.
package enum Request: Hashable, Sendable {
  // Reading.
  case tasks(TaskFilter, after: Cursor?, limit: Int)
  case cases(CaseFilter, after: Cursor?, limit: Int)
  /// The cards that show today.
  case watches(WatchFilter, after: Cursor?, limit: Int)
  case watchCounts
  case tallies(from: YearMonth, through: YearMonth)
  case results(after: Cursor?, limit: Int)
  /// Results by pick-up code, number, name, paper or pinyin; cases that have none yet come too.
  case findResults(String, limit: Int)
  case resultsOfApplicant(Identity)
  case search(String, limit: Int)
  case file(CaseID)
  /// The same, opened to be read in full: that one looked is recorded.
  case look(CaseID)
  case items
  case sheet(ItemID)
  case applicant(Identity)
  case tickets
  case drafts
  /// How some words are read.
  case spell([String])

  // Acting. An answer says what came of it.
  case carryOut([DeskAct], seen: Int?, draft: DraftID?, late: LateEntry? = nil)
  case callNext(queues: [String])
  case ticket(TicketCommand, TicketID)
  /// Gives out a number of a queue, with its slip.
  case issueTicket(queue: String)
  case saveDraft(Draft)
  case deleteDraft(DraftID)
  /// Prints a document again into the print folder; nothing is issued.
  case reprint(IssuedDocument, CaseID, seen: Int)
  /// Prints a text that is no document and has no number.
  case printSheet(name: String, text: String)
  /// Prints the sheets that wait since the printer failed.
  case printWaiting
  /// Shows the documents acts would issue, their numbers left open.
  case preview([DeskAct])

  // Moving about.
  case open(PaneID)
  /// Opens a case, with its neighbours in the list it was opened from.
  case openCase(CaseID, among: [CaseID])
  case startIntake(ItemID?, TicketID?)
  case resumeDraft(Draft)
  /// Takes up at the counter what a case waits for: corrections, deferred materials, its ending.
  case continueIntake(OpenCase)
  case back
  case sit(ClerkID)
  case setLanguage(Language)
  /// The next act happened earlier; nil if it does not after all.
  case enterLate(LateEntry?)
  case quit
  /// Comes, goes away for a moment, leaves.
  case door(DoorRequest)
  /// Lays the desk aside and finds it again.
  case parking(ParkingRequest)
  /// Presses a key in the pane: what help and palette run.
  case press(Key)

  // Speaking.
  /// Tells the pane in sight what was chosen of a list it has put up.
  case pick(String)
  case notice(Notice)
  case ask(Question)
  case fill(Form)
  case choose(Choice)
  case read(Reading)
  /// Shows how a limit of a case comes to its date.
  case prove(OpenCase, CaseTimer.ID)
}

extension Request {
  /// Whether nothing is left of it once the state before it is back: it reads or moves about.
  var mayBeTakenBack: Bool {
    switch self {
    case .tasks, .cases, .watches, .watchCounts, .tallies, .results, .findResults,
      .resultsOfApplicant, .search, .file, .items, .sheet, .applicant, .tickets, .drafts, .spell,
      .open, .notice:
      true
    case .look, .carryOut, .callNext, .ticket, .issueTicket, .saveDraft, .deleteDraft, .reprint,
      .printSheet, .printWaiting, .preview, .back, .openCase, .startIntake, .resumeDraft,
      .continueIntake, .sit, .setLanguage, .enterLate, .quit, .door, .parking, .press, .pick, .ask,
      .fill, .choose, .read, .prove:
      false
    }
  }
}

/// What came of a request, given to the pane that asked.
package enum Answer: Hashable, Sendable {
  case tasks(Page<TaskRow>, after: Cursor?)
  case cases(Page<CaseRow>, after: Cursor?)
  /// With what has been done about the cards of each case.
  case watches(Page<WatchRow>, [CaseID: SupervisionRecord], after: Cursor?)
  case watchCounts([WatchCount])
  case tallies([TallySum])
  case results(Page<ResultRow>, after: Cursor?)
  case found([CaseRow], for: String)
  case foundResults(FoundResults, for: String)
  case resultsOfApplicant([ResultRow], Identity)
  case file(OpenCase)
  case items([ItemRow])
  case sheet(ImplementationSheet)
  case applicant(KnownApplicant?, Identity)
  case tickets([TicketRow])
  case drafts([Draft])
  case spelled([String: [Spelling]])
  case done([Outcome])
  case ticket(TicketRow)
  case refused(DeskRefusal)
  case picked(String)
  /// The clerk who sits here has changed.
  case seated
}

/// What a search at the release counter comes up with.
package struct FoundResults: Hashable, Sendable {
  package var ready: [ResultRow]
  /// Found, but with no result to hand out.
  package var others: [CaseRow]
  package var isByPickUpCode: Bool

  package init(
    ready: [ResultRow] = [], others: [CaseRow] = [], isByPickUpCode: Bool = false
  ) {
    self.ready = ready
    self.others = others
    self.isByPickUpCode = isByPickUpCode
  }
}

/// A case as a pane holds it: itself, its sheet, and what happened to it.
package struct OpenCase: Hashable, Sendable {
  package var file: CaseFile
  package var sheet: ImplementationSheet
  package var history: [RecordedEvent]

  package init(file: CaseFile, sheet: ImplementationSheet, history: [RecordedEvent]) {
    self.file = file
    self.sheet = sheet
    self.history = history
  }
}

/// One line that stays until the next key.
package struct Notice: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case done, refused, plain }

  package var kind: Kind
  package var text: String

  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
