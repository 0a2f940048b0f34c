import Casework
import WorkCalendar

/// Whether personal data is printed in full, which is on record, or masked.
enum PersonalData {
  case full, masked

  func number(of identity: Identity) -> String {
    self == .full ? identity.number : identity.maskedNumber
  }

  /// An organisation's name is public.
  func name(_ name: String, of identity: Identity) -> String {
    self == .full || identity.kind.isOfOrganisation ? name : maskedName(name)
  }

  func name(_ name: String) -> String { self == .full ? name : maskedName(name) }

  func phone(_ phone: String) -> String { self == .full ? phone : maskedPhone(phone) }

  /// What may hold anything, such as an address or a printed paper.
  func text(_ text: String) -> String { self == .full || text.isEmpty ? text : "***" }

  func value(_ value: FieldValue, under sheet: ImplementationSheet) -> String {
    switch sheet.fields.first(where: { $0.key == value.key })?.kind {
    case .choice, .date: value.value
    case .phone: phone(value.value)
    case .text, .number, nil: text(value.value)
    }
  }
}
