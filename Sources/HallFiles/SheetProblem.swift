package import Casework

/// A sheet that cannot be published as it is.
package enum SheetProblem: Hashable, Sendable {
  case idDiffersFromFileName(String)
  case versionExpected
  case commitmentTooLong
  case negativeAmount
  case decisions(Int)
  case certificateNotAfterDecision
  case stepAfterDecision
  case leads(Int)
  case partyLimitTooLong
  case nobodyInCharge(DepartmentID, ClerkRole)
  case numberTwice(Int)
  case keyTwice(String)
  case noChoices
  case lengthNotPositive

  package var words: Words {
    switch self {
    case .idDiffersFromFileName(let id):
      Words("编号「\(id)」与文件名不同，请改成一样", "the ID “\(id)” is not the file's name; make them equal")
    case .versionExpected: Words("版本从 1 数起", "versions are counted from 1")
    case .commitmentTooLong:
      Words("承诺时限长于法定时限，请缩短", "the committed limit is longer than the statutory one; shorten it")
    case .negativeAmount: Words("时限不能为负", "a limit cannot be negative")
    case .decisions(let count):
      Words("应有且只有一个 decision 环节，现在有 \(count) 个", "expected exactly one decision; found \(count)")
    case .certificateNotAfterDecision:
      Words("certificate 环节应紧接 decision", "the certificate comes directly after the decision")
    case .stepAfterDecision:
      Words(
        "decision 之后只能有 certificate 和 followUp",
        "only the certificate and follow-up checks come after the decision")
    case .leads(let count):
      Words("应有且只有一个 lead 部门，现在有 \(count) 个", "expected exactly one lead; found \(count)")
    case .partyLimitTooLong:
      Words("部门时限长于环节时限，请缩短", "it is longer than the limit of the step; shorten it")
    case .nobodyInCharge(let department, let role):
      Words(
        "部门 \(department) 没有角色为 \(role.rawValue) 的人员，请在 clerks.json 补上",
        "\(department) has no \(role.rawValue); add one to clerks.json")
    case .numberTwice(let number):
      Words("材料序号 \(number) 出现两次", "the material number \(number) stands there twice")
    case .keyTwice(let key): Words("键「\(key)」出现两次", "the key “\(key)” stands there twice")
    case .noChoices: Words("选择项要写明 choices", "a choice needs its choices")
    case .lengthNotPositive: Words("最大长度应大于 0", "the maximum length is more than 0")
    }
  }
}
