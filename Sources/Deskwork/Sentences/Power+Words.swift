package import Casework

extension Power {
  package var label: Words {
    switch self {
    case .issueTicket: Words("发号", "Give a number out")
    case .callTicket: Words("叫号", "Call a number")
    case .serveTicket: Words("接待、挂起、过号、办完", "Serve, park, pass, finish")
    case .freeTicket: Words("收回被叫走的号", "Free a called number")
    case .receive: Words("收件", "Take an application in")
    case .accept: Words("受理", "Accept it")
    case .requestCorrection: Words("一次性告知补正", "Ask for corrections")
    case .decline: Words("不予受理", "Decline it")
    case .decideOnTheSpot: Words("当场决定", "Decide on the spot")
    case .supplyMaterials: Words("收补正材料", "Take corrections in")
    case .lapse: Words("登记逾期未补正", "Record a lapse")
    case .supplyDeferredMaterial: Words("收容缺材料", "Take deferred papers in")
    case .claim: Words("领取任务", "Claim a task")
    case .giveBack: Words("退回自己的任务", "Give one's task back")
    case .freeClaim: Words("收回他人的领取", "Free another's claim")
    case .recordOpinion: Words("签署意见", "Record an opinion")
    case .returnToStep: Words("退回前面的环节", "Return to a step")
    case .startSpecialProcedure: Words("开始特别程序", "Start a procedure")
    case .endSpecialProcedure: Words("结束特别程序", "End a procedure")
    case .suspend: Words("中止", "Suspend")
    case .resume: Words("恢复", "Resume")
    case .requestExaminationCorrection: Words("审查补正", "Correction, examining")
    case .supplyExaminationCorrection: Words("收审查补正材料", "Take those in")
    case .referUpward: Words("上报", "Refer upward")
    case .answerReferral: Words("登记上级答复", "Record the answer")
    case .extend: Words("延长期限", "Extend the limit")
    case .decide: Words("决定", "Decide")
    case .produceCertificate: Words("制证", "Produce the certificate")
    case .handOver: Words("发放", "Hand the result over")
    case .post: Words("邮寄", "Post it")
    case .takePostBack: Words("登记退件", "Take post back")
    case .confirmDelivery: Words("登记签收", "Confirm delivery")
    case .withdraw: Words("登记撤回", "Record a withdrawal")
    case .terminate: Words("终止", "Terminate")
    case .reprint: Words("重印文书", "Print once more")
    case .noteDefects: Words("记录审查问题", "Note what is wrong")
    case .checkCommitment: Words("核查承诺", "Check a commitment")
    case .confirmReport: Words("登记报送回执", "Confirm a report")
    case .orderFollowUp: Words("督办", "Order a follow-up")
    case .answerFollowUp: Words("答复督办", "Answer an order")
    case .escalateFollowUp: Words("升级督办", "Escalate an order")
    case .closeFollowUp: Words("办结督办", "Close an order")
    case .appealCard: Words("申诉", "Appeal a card")
    case .settleCard: Words("裁定", "Rule on a card")
    case .rate: Words("登记评价", "Record a rating")
    case .callBack: Words("差评回访", "Call back")
    case .rectify: Words("差评整改", "Put it right")
    case .demandFee: Words("登记应缴", "Demand a fee")
    case .recordPayment: Words("登记缴费", "Record a payment")
    case .enterLate: Words("补录", "Enter an act late")
    case .witnessLateEntry: Words("为补录作证", "Witness a late entry")
    case .look: Words("查看办件", "Look into a case")
    case .seeSupervision: Words("查看监察", "See supervision")
    case .seeStatistics: Words("查看统计", "See the figures")
    case .export: Words("导出", "Export")
    case .seeUnmasked: Words("不遮盖导出", "Export unmasked")
    case .publishCalendar: Words("发布日历", "Publish a calendar")
    case .publishRules: Words("发布监察规则", "Publish rules")
    case .enrolClerk: Words("登记人员", "Enrol a clerk")
    case .disableClerk: Words("停用人员", "Disable a clerk")
    case .grantKey: Words("登记公钥", "Grant a key")
    case .setPassword: Words("设置密码", "Set a password")
    case .endSitting: Words("结束他人的会话", "End a sitting")
    case .correctClock: Words("确认主机时钟", "Correct the clock")
    case .closeYear: Words("归档往年", "Close a year")
    }
  }
}

extension Separation {
  package var words: Words {
    switch self {
    case .takenInAndDecided:
      Words("收件、受理的人不作决定。", "Who took a case in does not decide it.")
    case .examinedAndDecided:
      Words("承办的人不作决定。", "Who examined a case does not decide it.")
    case .decidedAndReleased:
      Words(
        "参与审批、制证的人不出件；镇村当场办结的由本镇发放。",
        "Who examined, decided or produced does not release; a town hands out what it decided on the spot."
      )
    case .enteredLateAndWitnessed:
      Words("补录的人不为自己作证。", "Who enters an act late is not its witness.")
    }
  }
}

/// The posts of a hall (岗位) and the roles of this program they work under.
package enum HallPost: CaseIterable {
  case queueGuide, generalCounter, examiner, reviewer, approver, certificates, release, shiftLeader
  case supervisor, itemManager, systemManager, townshipOperator, trainee

  package var label: Words {
    switch self {
    case .queueGuide: Words("导办/取号", "Guide at the queue")
    case .generalCounter: Words("综合窗口", "General counter")
    case .examiner: Words("承办人", "Examiner")
    case .reviewer: Words("审核人", "Reviewer")
    case .approver: Words("批准人", "Approver")
    case .certificates: Words("制证", "Certificates")
    case .release: Words("出件窗口", "Release counter")
    case .shiftLeader: Words("窗口负责人", "Leader of the counters")
    case .supervisor: Words("监察员", "Supervisor")
    case .itemManager: Words("事项管理员", "Item manager")
    case .systemManager: Words("系统管理员", "System manager")
    case .townshipOperator: Words("镇村操作员", "Township operator")
    case .trainee: Words("学员", "Trainee")
    }
  }

  /// The roles the post works under; a trainee has any, in a demo hall.
  package var roles: [ClerkRole] {
    switch self {
    case .queueGuide, .generalCounter: [.generalCounter]
    case .examiner: [.examiner]
    case .reviewer, .approver: [.approver]
    case .certificates: [.examiner, .approver]
    case .release: [.release]
    case .shiftLeader, .systemManager: [.hallManager]
    case .supervisor: [.supervisor]
    case .itemManager: [.itemManager]
    case .townshipOperator: [.townshipOperator]
    case .trainee: []
    }
  }
}
