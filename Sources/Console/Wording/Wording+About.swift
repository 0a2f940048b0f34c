extension Wording {
  /// What a pane is for, as its help begins.
  static func about(_ pane: PaneID, _ context: Context) -> String {
    switch pane {
    case .tickets:
      context.say(
        "这里叫号。大厅按取号先后排队，叫到的人到本窗口来；认出来意后直接开始收件。没有来的可以过号，要补东西的可以挂起。",
        "Numbers are called here, first come first served. Whoever is called comes to this counter, and the intake begins from the ticket. People who do not come are passed over; people who fetch something are parked."
      )
    case .intake:
      context.say(
        "这里收件。按事项填申请人和各栏，逐项点收材料，最后以四种方式之一结束: 即办、受理、一次告知补正、不予受理。填写的内容每一键都存草稿。",
        "Applications are taken in here: applicant, blanks, materials one by one. An intake ends in one of four ways: decided on the spot, accepted, corrected once, or declined. Every key is kept as a draft."
      )
    case .inbox:
      context.say(
        "这里是本部门的待办，最急的在最上。先领取再办；办完的一步自动转到下一步。别人领走的件不能办，看得到在谁手里。",
        "This is the department's inbox, the most urgent on top. Claim a task, then do it; the case goes on to its next step by itself. What a colleague has claimed stays with the colleague."
      )
    case .release:
      context.say(
        "这里发出所有部门的结果。输取件码、件号、姓名、证件号或扫码即找到；同一申请人的几件用空格一起选上，一次发出。不予许可的决定也在这里送达。",
        "Results of all departments go out here. Type or scan a code, number, name or paper; Space marks what belongs to one applicant, and all of it goes out in one act. Refusals are served here too."
      )
    case .supervision:
      context.say(
        "这里看所有未办结的件，最急的在最上: 超期为红，今日到期为黄，只剩五分之一期限的提醒。可以收回长期无人办的领取，须写理由。",
        "Every open case by its date: overdue is red, due today is yellow, and a reminder comes when a fifth of the limit is left. A claim that nobody works on can be freed with a reason."
      )
    case .items:
      context.say(
        "这里查事项: 条件、材料、期限、收费、结果和办理路由。输名称的一部分、拼音或编码查找，可以直接开始收件。",
        "The catalogue: conditions, materials, limits, fee, result and route of every item. Find it by a part of its name, pinyin or code, and start the intake from there."
      )
    case .ledger:
      context.say(
        "这里是全部办件的台账，可按环节、部门、事项筛选，打字即查。回车打开一件，看材料、路由、期限、文书和经过。",
        "The ledger of all cases: filter by stage, department or item, or just type to search. Enter opens a case with its materials, route, dates, documents and history."
      )
    case .statistics:
      context.say(
        "这里看统计: 按时办结率连同分子、分母，净用时和总用时，补正、延期、补录和评价，按部门、事项或月份分行。超过承诺即不按时。",
        "The figures: on-time rate with its two numbers, net and gross days, corrections, extensions, late entries and ratings, by department, item or month. Late by promise is late."
      )
    case .file:
      context.say(
        "这是一件的全部: 材料、路由和现在在谁手里、每个期限、文书、经过。现在能办的都在下面；不能办的会说明原因。",
        "One case whole: materials, route and who holds it, every date, documents, history. What can be done now stands below; what cannot says why."
      )
    }
  }
}
