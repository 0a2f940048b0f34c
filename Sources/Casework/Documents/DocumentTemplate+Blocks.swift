/// What a template may repeat, with the columns of every row.
package struct TemplateBlock: Sendable {
  package let name: String
  package let chineseName: String
  package let columns: [TemplateColumn]
  /// The values of each row, in the order of the columns behind its number.
  let rows: @Sendable (DocumentFacts) -> [[String]]

  private init(
    _ name: String, _ chineseName: String, _ columns: [(String, String)],
    _ rows: @escaping @Sendable (DocumentFacts) -> [[String]]
  ) {
    self.name = name
    self.chineseName = chineseName
    self.columns =
      [TemplateColumn(name: "no", chineseName: "序号")]
      + columns.map { TemplateColumn(name: $0.0, chineseName: $0.1) }
    self.rows = rows
  }

  package static func named(_ name: String) -> TemplateBlock? { byName[name] }

  private static let byName = Dictionary(
    uniqueKeysWithValues: known.flatMap { [($0.name, $0), ($0.chineseName, $0)] })
}

extension TemplateBlock {
  private static let materialColumns = [
    ("name", "名称"), ("originals", "原件份数"), ("copies", "复印件份数"), ("status", "收取情况"),
    ("detail", "收取说明"), ("remark", "备注"),
  ]

  package static let known: [TemplateBlock] = [
    .init("materials", "申请材料", materialColumns) { facts in
      rows(facts, facts.file.intake?.materials.filter { $0.status != .notNeeded } ?? [])
    },
    .init("handedMaterials", "已收材料", materialColumns) { facts in
      rows(facts, facts.file.intake?.materials.filter(\.isInHand) ?? [])
    },
    .init("supplied", "补交材料", materialColumns) { rows($0, $0.file.suppliedMaterials) },
    .init("returned", "退还材料", materialColumns) { facts in
      rows(facts, facts.file.intake?.materials.filter { $0.isReturned } ?? [])
    },
    .init("committed", "承诺材料", materialColumns) { facts in
      rows(facts, facts.file.intake?.materials.filter { $0.status == .committed } ?? [])
    },
    .init("deferred", "容缺材料", [("name", "名称")]) { facts in
      (facts.file.acceptance?.deferred ?? []).map { [facts.materialName($0)] }
    },
    .init(
      "defects", "补正内容",
      [
        ("name", "名称"), ("problem", "问题"), ("demand", "要求"), ("count", "份数"),
        ("askedBy", "提出部门"),
      ]
    ) {
      facts in
      facts.defects.map {
        [
          facts.materialName($0.material), $0.kind.chinese, $0.remark,
          facts.sheet.material($0.material)?.count ?? "", facts.askedBy($0),
        ]
      }
    },
    .init("answers", "申请内容", [("label", "项目"), ("value", "内容")]) { facts in
      (facts.file.intake?.fields ?? []).filter { !$0.value.isEmpty }.map { field in
        let label = facts.sheet.fields.first { $0.key == field.key }?.label.zh
        return [label ?? field.key, field.value]
      }
    },
    .init("conditions", "许可条件", [("text", "内容")]) { $0.sheet.conditions.map { [$0.zh] } },
    .init("procedures", "可能的特别程序", [("name", "名称"), ("basis", "依据")]) {
      $0.sheet.specialProcedures.map { [$0.name.zh, $0.basis] }
    },
    .init(
      "opinions", "部门意见",
      [
        ("department", "部门"), ("part", "职责"), ("verdict", "意见"), ("text", "说明"),
        ("officers", "核查人"), ("on", "日期"),
      ]
    ) { $0.jointOpinions },
    .init("route", "办理环节", [("name", "名称"), ("parties", "承办部门"), ("limit", "时限")]) { facts in
      facts.file.route.map { step in
        [step.name.zh, facts.names(of: step.parties), step.limit.chinese]
      }
    },
    .init("documents", "已出文书", [("name", "名称"), ("number", "文号"), ("count", "件数")]) { facts in
      facts.file.documents.map { [$0.kind.title(facts), $0.number, "\($0.copies)"] }
    },
    .init("results", "送达文书", [("name", "名称"), ("number", "文号"), ("count", "件数")]) { facts in
      facts.results
    },
  ]

  private static func rows(
    _ facts: DocumentFacts, _ materials: [MaterialReceived]
  ) -> [[String]] {
    materials.map {
      [
        facts.materialName($0.number), String($0.originals), String($0.copies), $0.status.chinese,
        $0.chinese, $0.remark,
      ]
    }
  }
}

extension DocumentFacts {
  func materialName(_ number: Int) -> String { sheet.material(number)?.name.zh ?? "\(number)" }

  /// The number of the last document of a kind; its own if it is that document.
  func numberOfLast(_ wanted: DocumentKind) -> String {
    file.documents.last { $0.kind == wanted }?.number ?? (kind == wanted ? number : "")
  }

  /// What the applicant is told to correct: before acceptance, or by the department after it.
  fileprivate var defects: [Defect] {
    file.examinationCorrection?.defects ?? file.corrections.last?.defects ?? []
  }

  /// Which departments asked for a correction, if several looked at the case.
  fileprivate func askedBy(_ defect: Defect) -> String {
    guard file.examinationCorrection != nil, !file.toldDefects.isEmpty else { return "" }
    let departments = CombinedDefects(file.toldDefects).departments(askingFor: defect.material)
    // What nobody had noted the lead has added.
    return (departments.isEmpty ? [file.department] : departments).map(name).joined(separator: "、")
  }

  /// What goes out to the applicant: the decision, and the certificate if there is one.
  fileprivate var results: [[String]] {
    guard let decision = file.decision else { return [] }
    let kind: DocumentKind =
      switch decision.verdict {
      case .granted: .grantDecision
      case .refused: .refusalDecision
      }
    var results = [[kind.title(self), numberOfLast(kind), "1"]]
    if let certificate = file.certificate {
      results.append([certificate.name, certificate.number, "1"])
    }
    return results
  }

  fileprivate func names(of parties: [RouteParty]) -> String {
    var text = ""
    for party in parties {
      let name = name(of: party.department)
      text = text.isEmpty ? name : text + "、" + name
      if !party.office.zh.isEmpty { text += "（" + party.office.zh + "）" }
    }
    return text
  }
}
