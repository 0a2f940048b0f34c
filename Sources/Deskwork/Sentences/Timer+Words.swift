package import Casework
package import WorkCalendar

extension TimerKind {
  package var label: Words {
    switch self {
    case .notice: Words("受理或告知", "Acceptance or notice")
    case .correction: Words("补正", "Correction")
    case .committed: Words("承诺期限", "Committed limit")
    case .statutory: Words("法定期限", "Statutory limit")
    case .step: Words("本环节", "This step")
    case .party: Words("部门意见", "Department's opinion")
    case .specialProcedure: Words("特别程序", "Special procedure")
    case .examinationCorrection: Words("审查补正", "Examination correction")
    case .suspension: Words("中止", "Suspension")
    case .referral: Words("上级答复", "Answer from above")
    case .deferredMaterials: Words("容缺补交", "Deferred materials")
    case .commitmentCheck: Words("承诺核查", "Commitment check")
    case .service: Words("送达", "Service")
    }
  }

  /// The word beside the end of the limit, as short as it can be.
  package var mark: Words {
    switch self {
    case .notice: Words("告知", "notice")
    case .correction, .examinationCorrection: Words("补正", "correct")
    case .committed: Words("承诺", "due")
    case .statutory: Words("法定", "law")
    case .step: Words("环节", "step")
    case .party: Words("意见", "opinion")
    case .specialProcedure: Words("计划结束", "planned end")
    case .suspension: Words("中止", "suspended")
    case .referral: Words("答复", "answer")
    case .deferredMaterials: Words("补交", "supply")
    case .commitmentCheck: Words("核查", "check")
    case .service: Words("送达", "serve")
    }
  }
}

extension CaseFile.Stop.Kind {
  package var label: Words {
    switch self {
    case .specialProcedure(let kind): kind.label
    case .suspension: Words("中止", "Suspension")
    case .correction: Words("补正", "Correction")
    case .step: Words("不计时环节", "Step outside the limit")
    }
  }
}

extension LocalDate {
  /// 3/13, or 13 Mar; with the year if it is another than the one spoken of.
  package func short(in language: Language, year spoken: Int) -> String {
    switch language {
    case .zh: (year == spoken ? "" : "\(year)/") + "\(month)/\(day)"
    case .en: "\(day) \(Self.months[month - 1])" + (year == spoken ? "" : " \(year)")
    }
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
