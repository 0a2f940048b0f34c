import Casework
package import Deskwork
package import TerminalUI

/// Everything the console shows; changed only by its update functions.
package struct ConsoleState: Hashable, Sendable {
  package var context: Context
  package var size: Size
  /// The panes one has come through; the last one is in sight.
  package var path: [PaneID]
  package var dialogs: [OpenDialog] = []
  /// What lies over everything while nobody is let near the cases.
  package var cover: Cover?
  package var notice: Notice? {
    didSet { noticeIsSeen = false }
  }
  package var isLeaving = false
  /// Whether as little as possible is sent to the terminal.
  package var isThin = false
  /// Whether the disk was full and the hall lives on what was kept for that.
  package var isOnReserve = false
  /// The desks laid aside, the last first.
  package var parked: [Workspace] = []
  /// Whether the notice has been in sight; only then may a key take it away.
  package var noticeIsSeen = false
  /// The department at work in the case that was handled last.
  var lastDepartment: DepartmentID?

  var tickets = TicketsPane.State()
  var intake = IntakePane.State()
  var inbox = InboxPane.State()
  var release = ReleasePane.State()
  var supervision = SupervisionPane.State()
  var items = ItemsPane.State()
  var ledger = LedgerPane.State()
  var statistics = StatisticsPane.State()
  var file = FilePane.State()

  package init(context: Context, size: Size) {
    self.context = context
    self.size = size
    path = [Self.home(of: context.seat.clerk.role)]
  }

  package var pane: PaneID { path.last ?? .ledger }

  /// What a person sees first.
  static func home(of role: ClerkRole) -> PaneID {
    switch role {
    case .generalCounter: .tickets
    case .townshipOperator: .intake
    case .examiner, .approver: .inbox
    case .release: .release
    case .supervisor: .supervision
    case .itemManager: .items
    case .hallManager: .ledger
    }
  }
}

/// What lies upon the pane; keys go to the topmost.
package enum OpenDialog: Hashable, Sendable {
  case question(Question)
  case form(FormDialog.State)
  case choice(ChoiceDialog.State)
  case reading(ReadingDialog.State)
  case proof(ProofDialog.State)
  /// Help or palette.
  case acts(ActListDialog.State)
}
