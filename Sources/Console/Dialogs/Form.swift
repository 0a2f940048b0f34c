package import Casework
import Deskwork
package import TerminalUI

/// A few blanks to fill for one act on a case; kept as a draft at every key.
package struct Form: Hashable, Sendable {
  /// What is done with it.
  package enum Purpose: Hashable, Sendable {
    case opinion(step: Int)
    case returnToStep
    case decide(Verdict)
    case specialProcedure
    case endSpecialProcedure
    case suspend
    case examinationCorrection
    case noteDefects
    case referUpward
    case answerReferral
    case extend
    case certificate
    case giveBack
    case freeClaim(DepartmentID)
    case withdraw
    case terminate
    case handOver([CaseID])
    case post
    case confirmDelivery
    case beside(Beside)
    case lateEntry
  }

  package struct Field: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case text
      /// A longer text, shown in several rows.
      case lines
      case date
      /// Typed unseen, and never kept.
      case secret
      /// Chosen with the arrows or a digit; the values are stored, the labels shown.
      case choice([ChoiceValue])
    }

    package struct ChoiceValue: Hashable, Sendable {
      package var value: String
      package var label: String

      package init(_ value: String, _ label: String) {
        self.value = value
        self.label = label
      }
    }

    package var key: String
    package var label: String
    package var kind: Kind
    package var isRequired: Bool
    package var input: TextField
    /// Said under the field while one is in it.
    package var hint: String

    package init(
      _ key: String, _ label: String, kind: Kind = .text, isRequired: Bool = false,
      value: String = "", hint: String = "", maximumLength: Int = TextKind.line.most
    ) {
      self.key = key
      self.label = label
      self.kind = kind
      self.isRequired = isRequired
      self.hint = hint
      input = TextField(value, maximumLength: maximumLength)
    }
  }

  package var purpose: Purpose
  package var id: CaseID
  /// The version the person saw when the form was opened.
  package var seen: Int
  /// The case as the person saw it; nil if the form is about several.
  package var open: OpenCase?
  /// Further cases that go the same way in the same act.
  package var others: [OpenCase] = []
  package var heading: String
  package var fields: [Field]
  package var focus = 0
  /// What is wrong with a field, by key; shown once one has tried to go on.
  package var problems: [String: String] = [:]

  package init(
    _ purpose: Purpose, on id: CaseID, seen: Int, open: OpenCase? = nil, heading: String,
    fields: [Field]
  ) {
    self.purpose = purpose
    self.id = id
    self.seen = seen
    self.open = open
    self.heading = heading
    self.fields = fields
  }

  /// Every case the form is about.
  var cases: [OpenCase] { (open.map { [$0] } ?? []) + others }

  package func value(_ key: String) -> String {
    fields.first { $0.key == key }?.input.text ?? ""
  }
}
