import Casework
import Deskwork
import WorkCalendar

/// What the clerk has said of one material so far.
struct MaterialLine: Hashable, Sendable {
  /// Nil until it has been looked at.
  var status: MaterialReceived.Status?
  var originals = 0
  var copies = 0
  var isChecked = false
  /// Where it came from, if it was taken over from an earlier case.
  var origin = ""

  init() {}

  init(_ material: MaterialReceived) {
    status = material.status
    originals = material.originals
    copies = material.copies
    isChecked = material.isCheckedAgainstOriginal
    origin = material.status == .shared ? material.remark : ""
  }

  /// Everything the sheet asks for, in hand and compared.
  mutating func receive(_ wanted: MaterialRequirement) {
    status = .received
    originals = wanted.originals
    copies = wanted.copies
    isChecked = wanted.checksOriginal
    origin = ""
  }

  mutating func set(_ status: MaterialReceived.Status?) {
    self.status = status
    (originals, copies, isChecked, origin) = (0, 0, false, "")
  }

  /// What goes into the case; what nobody looked at is missing, or not needed if it is optional.
  func received(_ wanted: MaterialRequirement, remark: String) -> MaterialReceived {
    let unseen: MaterialReceived.Status = wanted.need == .optional ? .notNeeded : .missing
    let status = status ?? unseen
    return MaterialReceived(
      number: wanted.number, status: status, originals: originals, copies: copies,
      isCheckedAgainstOriginal: isChecked,
      remark: status == .defective ? remark : status == .shared ? origin : "")
  }
}
