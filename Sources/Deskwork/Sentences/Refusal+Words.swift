package import Casework
import WorkCalendar

extension Refusal {
  package func sentence(in language: Language, names: SpokenNames) -> String {
    words(names)[language]
  }

  /// What is so, then what to do.
  func words(_ names: SpokenNames) -> Words {
    switch self {
    case .roleMayNot(let role):
      return Words(
        "\(role.label.zh)岗位不能办这一步；请换有权限的人员办理。",
        "The role \(role.label.en) may not do this; have a colleague with the right role do it.")
    case .stepIsForApprover:
      return Words(
        "这一环节由审批人办理；请由本部门审批人办理。",
        "This step belongs to an approver; an approver of the department has to do it.")
    case .hallManagerAnswers:
      return Words(
        "这是窗口的事，由大厅管理员答复；请交大厅管理员。",
        "It concerns the counters, for whom the hall manager answers; pass it on.")
    case .notYourDepartment(let department):
      let name = names.department(department)
      return Words(
        "这一步由\(name.zh)办理；请由该部门人员办理。",
        "This step belongs to \(name.en); somebody of that department has to do it.")
    case .tookTheCaseIn(let clerk):
      let name = names.clerk(clerk)
      return Words(
        "本件由\(name.zh)收件，收件人不能作决定；请由另一位审批人决定。",
        "\(name.en) took this case in and may not decide it; another approver has to.")
    case .examinedTheCase(let clerk):
      let name = names.clerk(clerk)
      return Words(
        "本件由\(name.zh)承办，承办人不能作决定；请由另一位审批人决定。",
        "\(name.en) examined this case and may not decide it; another approver has to.")
    case .tookPartInDecision(let clerk):
      let name = names.clerk(clerk)
      return Words(
        "\(name.zh)参与过本件的审批，不能出件；请由另一位出件人员办理。",
        "\(name.en) took part in the decision and may not release it; another clerk has to.")
    case .clerkDisabled(let clerk):
      let name = names.clerk(clerk)
      return Words(
        "\(name.zh)的账号已停用；请换在岗人员办理。",
        "\(name.en) is no longer on duty here; use the name of a clerk who is.")
    case .townshipMayNotTakeIn:
      return Words(
        "本事项不在镇村受理；请引导申请人到县政务服务大厅。",
        "This item is not taken in at townships; send the applicant to the county hall.")
    case .alreadyReceived:
      return Words("本件已经收件；请打开本件继续办理。", "The case has been taken in already; open it.")
    case .notYetReceived:
      return Words("本件还没有收件；请先收件。", "The case has not been taken in; take it in first.")
    case .notAwaited(let stage):
      return Words(
        "本件现为「\(stage.label.zh)」，现在不办这一步；请按本件当前环节办理。",
        "The case is now \"\(lowered(stage.label.en))\", where this is not done; see what its stage asks for."
      )
    case .notYetAccepted:
      return Words("本件尚未受理；请先受理。", "The case has not been accepted; accept it first.")
    case .alreadyAccepted:
      return Words("本件已经受理；请按路由继续办理。", "The case has been accepted; go on along its route.")
    case .alreadyDecided(let verdict):
      return Words(
        "本件已作出决定（\(verdict.label.zh)），不能再改；请到出件环节办理。",
        "The case has been decided (\(lowered(verdict.label.en))) and stays so; go on to the release."
      )
    case .caseEnded(let stage):
      return Words(
        "本件已经结束（\(stage.label.zh)）；如仍需办理，请重新收件。",
        "The case has ended (\(lowered(stage.label.en))); take a new application in if one is wanted."
      )
    case .caseClosed(let year):
      return Words(
        "本件已归档 \(year)，不能再办，只可查看和补打；如仍需办理，请重新收件。",
        "The case lies in the closed year \(year): it can be looked at and printed again, and nothing else; take a new application in if one is wanted."
      )
    case .clockStopped(let stage):
      return Words(
        "本件计时已停（\(stage.label.zh)）；请先恢复计时再办理。",
        "The clock of the case stands still (\(lowered(stage.label.en))); start it again first.")
    case .clockRuns:
      return Words(
        "本件正在计时，没有可结束的暂停；请按当前环节办理。",
        "The clock is running, nothing is to be ended; go on with the step at work.")
    case .applicantNameMissing:
      return Words("申请人姓名（名称）未填；请填写。", "The applicant has no name yet; enter it.")
    case .identityWrong(let problem):
      return Words(
        "申请人证件号码不对：\(problem.sentence.zh)；请对照证件重新录入。",
        "The applicant's number does not hold: \(lowered(problem.sentence.en)); enter it again from the paper."
      )
    case .agentNameMissing:
      return Words("代办人姓名未填；请填写。", "The agent has no name yet; enter it.")
    case .agentIdentityWrong(let problem):
      return Words(
        "代办人证件号码不对：\(problem.sentence.zh)；请对照证件重新录入。",
        "The agent's number does not hold: \(lowered(problem.sentence.en)); enter it again from the paper."
      )
    case .wrongAudience(let audience):
      return Words(
        "本事项只面向\(audience.label.zh)；请核对事项或申请人类型。",
        "This item is for \(lowered(audience.label.en)) only; check the item or the kind of applicant."
      )
    case .fieldsMissing(let keys):
      let fields = names.fields(keys)
      return Words("未填：\(fields.zh)；请填写。", "Still empty: \(fields.en); fill in.")
    case .fieldWrong(let key):
      let field = names.fields([key])
      return Words(
        "\(field.zh)的内容不合要求；请按提示重新填写。",
        "What stands in \(field.en) does not fit; enter it as the form asks.")
    case .unknownField(let typed):
      let key = quoted(typed)
      return Words(
        "本事项没有「\(key)」这一栏；请按事项表单填写。",
        "The item has no field \"\(key)\"; use the fields of its form.")
    case .unknownMaterial(let number):
      return Words(
        "本事项没有第\(number)项材料；请按材料清单选择。",
        "The item has no material \(number); choose from its list.")
    case .materialsMissing(let numbers):
      let materials = names.materials(numbers)
      return Words(
        "还缺\(materials.zh)；请收齐，或发补正告知。",
        "Missing: \(materials.en); collect them or give a correction notice.")
    case .materialsDefective(let numbers):
      let materials = names.materials(numbers)
      return Words(
        "\(materials.zh)不合格；请换合格材料，或发补正告知。",
        "Not in order: \(materials.en); have them replaced or give a correction notice.")
    case .originalsNotChecked(let numbers):
      let materials = names.materials(numbers)
      return Words(
        "\(materials.zh)未与原件核对；请核对后勾选。",
        "Not yet compared with the original: \(materials.en); compare and tick.")
    case .notDeferrable(let numbers):
      let materials = names.materials(numbers)
      return Words(
        "\(materials.zh)不可容缺；请当场收齐，或发补正告知。",
        "May not come later: \(materials.en); collect them now or give a correction notice.")
    case .commitmentNotOffered:
      return Words(
        "本事项不实行告知承诺；请按材料清单收取。",
        "The item offers no notification-commitment; collect the materials of its list.")
    case .notReplaceableByCommitment(let numbers):
      let materials = names.materials(numbers)
      return Words(
        "\(materials.zh)不能以承诺代替；请收取材料。",
        "A commitment cannot replace \(materials.en); collect the material.")
    case .notDecidedOnTheSpot:
      return Words(
        "本事项不是即办件；请受理后转部门办理。",
        "The item is not decided on the spot; accept the case and let the department decide.")
    case .defectsMissing:
      return Words(
        "没有写明任何缺陷；请至少指出一项材料的问题。",
        "No defect is named; name at least one material and what is wrong with it.")
    case .defectsLeftOut(let numbers):
      let materials = names.materials(numbers)
      return Words(
        "\(materials.zh)已标为不合格却未列入告知；补正须一次告知，请一并列入。",
        "Marked as defective but left out: \(materials.en); everything has to be told at once, so add it."
      )
    case .deemedAccepted(let since):
      return Words(
        "已过五日告知期限，依法自\(since)起视为受理；请直接受理。",
        "The five days for the notice are over and the case counts as accepted since \(since); accept it."
      )
    case .stillInTime(let until):
      return Words(
        "补正期限到\(until)为止，现在不能按逾期处理；请等期限届满。",
        "The applicant has until \(until) to correct; wait until then.")
    case .notDeferred(let number):
      let material = names.materials([number])
      return Words(
        "\(material.zh)不在待补的容缺材料中；请核对材料。",
        "Not among the deferred materials: \(material.en); check which one was brought.")
    case .deferredMaterialsOutstanding(let numbers):
      let materials = names.materials(numbers)
      return Words(
        "\(materials.zh)容缺后补，至今未补交，不能准予；请先收齐。",
        "Deferred and not yet supplied: \(materials.en); collect it before granting.")
    case .textUnfit(let blank, let fault): return fault.words(about: blank.words(names))
    case .reasonMissing:
      return Words("没有写明理由；请填写。", "No reason is given; write it down.")
    case .basisMissing:
      return Words("没有写明法律依据；请填写条款。", "No legal basis is given; name the article.")
    case .competentOrganMissing:
      return Words(
        "没有写明应向哪个机关申请；请填写机关名称。",
        "The organ to apply to instead is not named; name it.")
    case .claimedBy(let clerk, let at):
      let name = names.clerk(clerk)
      return Words(
        "本件已由\(name.zh)于\(spoken(at))领取；请等其办结或退回。",
        "\(name.en) has held this task since \(spoken(at)); wait until it is done or given back.")
    case .notClaimed:
      return Words("任务无人领取；请先领取。", "Nobody has claimed this task; claim it first.")
    case .opinionAlreadyRecorded(let department):
      let name = names.department(department)
      return Words(
        "\(name.zh)已签署意见，不能再改；如需重办，请由后续环节退回。",
        "\(name.en) has recorded its opinion; only a later step can send the case back.")
    case .opinionsAwaited(let departments):
      let list = names.departments(departments)
      return Words(
        "还在等\(list.zh)的意见；请等意见到齐。",
        "The opinion of \(list.en) is still awaited; wait until it has come.")
    case .wrongStep(let kind):
      return Words(
        "本件正在「\(kind.label.zh)」环节，不办这一步；请按路由办理。",
        "The case is at the step \"\(lowered(kind.label.en))\", where this is not done; follow its route."
      )
    case .cannotReturnTo(let index):
      let step = names.step(index)
      return Words(
        "不能退回到\(step.zh)；请选择当前环节之前的环节。",
        "The case cannot be sent back to \(step.en); choose a step before the one at work.")
    case .officersMissing(let number):
      return Words(
        "现场核查须有\(number)名以上人员；请填写核查人员姓名。",
        "A check on site takes at least \(number) officers; enter their names.")
    case .waitingPeriodRuns(let until):
      return Words(
        "法定期间到\(until)才届满；请在届满之后办理。",
        "The period runs until \(until); do this after it is over.")
    case .specialProcedureNotListed(let kind):
      return Words(
        "本事项没有列明「\(kind.label.zh)」这一特别程序；请从事项列明的程序中选择。",
        "The item does not list \"\(lowered(kind.label.en))\" as a special procedure; choose one that it lists."
      )
    case .examinationCorrectionNotAllowed:
      return Words(
        "本事项受理后不得再要求补正；请依现有材料审查。",
        "The item allows no correction after acceptance; examine what is there.")
    case .dateNotAfter(let date):
      return Words("日期须晚于\(date)；请重新填写。", "The date must be after \(date); enter a later one.")
    case .dateTooFar(let date):
      return Words(
        "\(date)离今天超过一年；请核对后重新填写。",
        "\(date) is more than a year away; check it and enter it again.")
    case .organMissing:
      return Words("没有写明上级机关；请填写机关名称。", "The higher authority is not named; name it.")
    case .documentNumberMissing:
      return Words("没有填写文号或回执号；请填写。", "The number of the paper is missing; enter it.")
    case .alreadyExtended:
      return Words(
        "本件已经延长过一次；依法只能延长一次，请在期限内办结。",
        "The limit has been extended once, which is all the law allows; decide within it.")
    case .extensionTooLong(let longest):
      return Words(
        "延长须在1至\(longest)个工作日之间；请重新填写。",
        "An extension takes 1 to \(longest) working days; enter a number between them.")
    case .pastDue(let date):
      return Words(
        "办理期限\(date)已过，不能再延长；请尽快作出决定。",
        "The limit ended on \(date) and can no longer be extended; decide as soon as possible.")
    case .upperLevelDecidedOtherwise(let verdict):
      return Words(
        "上级机关已答复「\(verdict.label.zh)」；请按答复作出决定。",
        "The higher authority answered \"\(lowered(verdict.label.en))\"; decide as it did.")
    case .certificateNumberMissing:
      return Words("没有填写证件编号；请填写。", "The certificate has no number; enter it.")
    case .recipientNotApplicant:
      return Words(
        "领取人与申请人（登记的代办人、法定代表人）不符；请核对证件，不要发出。",
        "The recipient is neither the applicant nor the agent on file; check the paper, hand nothing over."
      )
    case .recipientIdentityWrong(let problem):
      return Words(
        "领取人证件号码不对：\(problem.sentence.zh)；请对照证件重新录入。",
        "The recipient's number does not hold: \(lowered(problem.sentence.en)); enter it again from the paper."
      )
    case .deliveryByPostNotOffered:
      return Words("本事项不提供邮寄；请窗口发放。", "The item's result is not sent by post; hand it over.")
    case .waybillMissing:
      return Words("没有填写运单号；请填写。", "There is no waybill number; enter it.")
    case .addressMissing:
      return Words("没有填写收件地址；请填写。", "There is no address; enter it.")
    case .signatureMissing:
      return Words("没有签收人；请填写签收人姓名。", "Nobody has signed; enter who signed.")
    case .noSuchDocument(let typed):
      let number = quoted(typed)
      return Words(
        "本件没有文号为「\(number)」的文书；请从本件文书中选择。",
        "The case has no document \"\(number)\"; choose one of its documents.")
    case .lateEntryNotEarlier(let now):
      return Words(
        "补录的时间须早于现在（\(spoken(now))）；当下的事请照常办理。",
        "What is entered late happened before now (\(spoken(now))); do what happens now as usual.")
    case .lateEntryBeforeLastAct(let last):
      return Words(
        "本件在\(spoken(last))已有办理记录，补录的时间不能更早；请核对。",
        "The case has an act of \(spoken(last)); what is entered late cannot lie before it.")
    case .witnessIsActor:
      return Words("补录须由另一人见证；请填写第二个人。", "A late entry takes a second person; name one.")
    case .witnessMayNot(let role):
      return Words(
        "\(role.label.zh)不能见证补录；请由大厅管理员或监察员见证。",
        "The \(lowered(role.label.en)) may not witness a late entry; ask the hall manager or a supervisor."
      )
    case .amountWrong:
      return Words("金额不对；请以元填写，最多两位小数。", "The amount is wrong; enter it in yuan, two decimals.")
    case .feeNotCharged:
      return Words(
        "本事项依法不收费；不得收取。", "By law the item is free of charge; nothing may be charged.")
    case .feeAboveStandard(let fen):
      return Words(
        "超过公布的收费标准\(yuan(fen))元；请按标准收取。",
        "The published standard is \(yuan(fen)) yuan; ask for no more.")
    case .feeAlreadyDemanded(let fen):
      return Words(
        "已通知缴费\(yuan(fen))元；不能再改。", "A fee of \(yuan(fen)) yuan has been asked for already.")
    case .hearingTooSoon(let earliest):
      return Words(
        "听证须提前7个工作日通知；最早可定在\(earliest)。",
        "A hearing takes 7 working days' notice; the earliest day is \(earliest).")
    case .notUnderCommitment:
      return Words("本件不是告知承诺件，无须核查。", "The case was not granted under a commitment.")
    case .commitmentAlreadyChecked:
      return Words("承诺已经核查过；请查看办理经过。", "The commitment has been checked; see the history.")
    case .reportingNotRequired:
      return Words("本事项无须向上级报送。", "Nothing of this item is reported upward.")
    case .alreadyRated:
      return Words("本件已经评价过；一次服务只评价一次。", "The service has been rated; it is rated once.")
    case .notRatedBadly:
      return Words("本件没有差评，无须回访整改。", "The case has no bad rating to answer.")
    case .cardNotShown(let card):
      return Words(
        "本件现在没有 \(card.rule.rawValue) 牌；请刷新后再看。",
        "The case shows no card \(card.rule.rawValue) now; refresh and look again.")
    case .cardAlreadySettled(let card):
      return Words(
        "\(card.rule.rawValue) 牌已经认定；请查看办理经过。",
        "Card \(card.rule.rawValue) has been ruled on; see the history.")
    case .cardAlreadyAppealed(let card):
      return Words(
        "已对 \(card.rule.rawValue) 牌提出申诉；请等监察认定。",
        "An appeal against card \(card.rule.rawValue) is open; wait for the ruling.")
    case .departmentNotConcerned(let department):
      let name = names.department(department)
      return Words(
        "\(name.zh)没有参与本件；督办单请发给承办本件的部门或窗口。",
        "\(name.en) has no part in the case; address the order to a department that has, or to the counters."
      )
    case .orderAlreadyOpen(let order):
      return Words(
        "这张牌的第\(order)号督办还没有办结；请先办结。",
        "Follow-up order \(order) about this card is open; close it first.")
    case .noSuchOrder(let order):
      return Words("本件没有第\(order)号督办。", "The case has no follow-up order \(order).")
    case .orderClosed(let order):
      return Words("第\(order)号督办已经办结。", "Follow-up order \(order) is closed.")
    case .orderAnswered(let order):
      return Words(
        "第\(order)号督办已经答复；请等监察办结。",
        "Follow-up order \(order) has been answered; wait for the supervisor.")
    case .orderAlreadyEscalated(let order):
      return Words(
        "第\(order)号督办已经是二级。", "Follow-up order \(order) is at the second level already.")
    }
  }
}

/// An amount in fen as yuan with two decimals.
package func yuan(_ fen: Int) -> String {
  "\(fen / 100)." + padded(fen % 100, 2)
}

/// A moment as it is said: day and minute.
func spoken(_ moment: Moment) -> String {
  "\(moment.date) \(padded(moment.hour, 2)):\(padded(moment.minute, 2))"
}
