import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension CaseText {
  /// Every material of the sheet, what was asked for and what is in hand.
  func writeMaterials(on page: inout PageText) {
    let (asking, having) = context.language == .zh ? (14, 8) : (16, 11)
    let name = max(20, page.columns - asking - having - (context.language == .zh ? 19 : 23))
    page.row(
      [
        ("", 3), (context.say("材料", "material"), name), (context.say("要求", "asked"), asking),
        (context.say("收到", "received"), having), (context.say("核验", "finding"), 20),
      ], role: .heading)
    for wanted in open.sheet.materials {
      let material = file.intake?.material(wanted.number)
      let isOpen = file.deferredOutstanding.contains(wanted.number)
      page.row(
        [
          ("\(wanted.number)", 3), (context.say(wanted.name), name), (asked(wanted), asking),
          (material.map(received) ?? "-", having), (finding(material, wanted, isOpen: isOpen), 20),
        ], wrapping: 1, role: isMissing(material, wanted) || isOpen ? .warning : .text)
      if let remark = material?.remark, !remark.isEmpty {
        page.text(remark, indent: 3, role: .hint)
      }
    }
    writeCorrections(on: &page)
  }

  private func asked(_ wanted: MaterialRequirement) -> String {
    let sheets = counts(wanted.originals, wanted.copies)
    switch wanted.need {
    case .required: return sheets
    case .optional: return sheets + context.say(" 可免", " opt.")
    case .deferrable: return sheets + context.say(" 可容缺", " def.")
    }
  }

  private func received(_ material: MaterialReceived) -> String {
    switch material.status {
    case .received, .defective: counts(material.originals, material.copies)
    case .electronic: context.say("电子", "electronic")
    case .shared: context.say("共享", "shared")
    case .missing, .deferred, .notNeeded: "-"
    case .committed: context.say("承诺", "committed")
    }
  }

  private func counts(_ originals: Int, _ copies: Int) -> String {
    var parts: [String] = []
    if originals > 0 { parts.append(context.say("原\(originals)", "\(originals) orig.")) }
    if copies > 0 { parts.append(context.say("复\(copies)", "\(copies) copy")) }
    return parts.isEmpty ? "-" : parts.joined(separator: context.say("", " "))
  }

  private func isMissing(_ material: MaterialReceived?, _ wanted: MaterialRequirement) -> Bool {
    guard let material else { return wanted.need != .optional }
    return material.status == .missing || material.status == .defective
  }

  private func finding(
    _ material: MaterialReceived?, _ wanted: MaterialRequirement, isOpen: Bool
  ) -> String {
    if isOpen {
      let due = file.acceptance?.deferredDue.map { Wording.short($0, context) } ?? ""
      return context.say("容缺至 \(due)", "deferred to \(due)")
    }
    guard let material else {
      return wanted.need == .optional
        ? context.say("无需", "not needed") : context.say("未收", "not brought")
    }
    switch material.status {
    case .received:
      return material.isCheckedAgainstOriginal
        ? context.say("齐, 原件已核", "in order, compared") : context.say("齐", "in order")
    case .electronic, .shared: return context.say("齐", "in order")
    case .missing: return context.say("缺", "missing")
    case .defective: return context.say("不合格", "defective")
    case .deferred: return context.say("容缺已补", "supplied later")
    case .committed: return context.say("以承诺代替", "by commitment")
    case .notNeeded: return context.say("无需", "not needed")
    }
  }

  private func writeCorrections(on page: inout PageText) {
    var rounds = file.corrections.map { ($0.defects, $0.correctBy) }
    if let later = file.examinationCorrection { rounds.append((later.defects, later.correctBy)) }
    guard !rounds.isEmpty else { return }
    page.heading(context.say("补正告知", "Corrections asked for"))
    for (defects, due) in rounds {
      let date = Wording.short(due, context)
      page.line([Span(context.say("到 \(date)", "by \(date)"), .label)])
      for defect in defects {
        let name = open.sheet.material(defect.material).map { context.say($0.name) } ?? ""
        page.text("\(defect.material) \(name): \(defect.remark)", indent: 2)
      }
    }
  }
}
