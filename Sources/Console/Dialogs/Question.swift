import Casework
import Deskwork
import TerminalUI

/// Asks once before a citizen sees something; names the case and the consequence. The default is no.
package struct Question: Hashable, Sendable {
  package var heading: String
  /// What will happen: next department, limit, due date, what is printed.
  package var lines: [String]
  /// What is carried out on yes, and nothing else.
  package var onYes: [Request]
  /// What the yes key is called here (确认受理).
  package var yes: String
  /// Whether there are documents to be read before one says yes.
  package var printsSomething: Bool
  /// How far a long question has been read on.
  var scroll = ScrollState()

  package init(
    heading: String, lines: [String], yes: String, onYes: [Request], printsSomething: Bool = false
  ) {
    self.heading = heading
    self.lines = lines
    self.yes = yes
    self.onYes = onYes
    self.printsSomething = printsSomething
  }

  /// What is done on yes.
  var acts: [DeskAct] {
    onYes.flatMap { request -> [DeskAct] in
      if case .carryOut(let acts, _, _, _) = request { acts } else { [] }
    }
  }
}

/// A list to choose one of, by arrows, digit or the first letters.
package struct Choice: Hashable, Sendable {
  package struct Option: Hashable, Sendable {
    package var label: String
    package var detail: String
    /// Why it cannot be chosen now.
    package var reason: String?
    package var onChosen: [Request]

    package init(
      _ label: String, detail: String = "", reason: String? = nil, onChosen: [Request]
    ) {
      self.label = label
      self.detail = detail
      self.reason = reason
      self.onChosen = onChosen
    }
  }

  package var heading: String
  package var options: [Option]

  package init(heading: String, options: [Option]) {
    self.heading = heading
    self.options = options
  }
}

/// A text to read through: a document, a guide, an explanation.
package struct Reading: Hashable, Sendable {
  package var heading: String
  package var text: String

  package init(heading: String, text: String) {
    self.heading = heading
    self.text = text
  }
}
