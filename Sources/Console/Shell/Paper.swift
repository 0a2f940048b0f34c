package import Casework
package import Deskwork

/// Where the console's paper comes out. Each answers what to tell the person, if anything.
package struct Paper {
  package var document: (IssuedDocument, CaseID, _ isReprint: Bool, Language) -> String?
  package var slip: (TicketRow, _ text: String, Language) -> String?
  /// Prints a text that is no document, under a name.
  package var sheet: (_ name: String, _ text: String, Language) -> Notice
  /// Prints what waits since the printer failed.
  package var waiting: (Language) -> Notice

  package init(
    document: @escaping (IssuedDocument, CaseID, _ isReprint: Bool, Language) -> String? = {
      _, _, _, _ in nil
    },
    slip: @escaping (TicketRow, _ text: String, Language) -> String? = { _, _, _ in nil },
    sheet: @escaping (_ name: String, _ text: String, Language) -> Notice = { name, _, _ in
      Notice(.done, name)
    },
    waiting: @escaping (Language) -> Notice = { language in
      Notice(.plain, Words("没有文书在等候打印", "Nothing waits to be printed")[language])
    }
  ) {
    self.document = document
    self.slip = slip
    self.sheet = sheet
    self.waiting = waiting
  }
}
