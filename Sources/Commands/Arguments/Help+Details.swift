import Casework

extension Help {
  /// What the options alone do not say.
  static func details(_ command: CommandName) -> Words? {
    switch command {
    case .demo:
      Words(
        "新建一个只有本人可读的临时文件夹，在里面造好演示大厅并打开；离开后文件夹保留，可用 yichuang desk --store 再次打开。",
        "Makes a folder that only you can read, furnishes a demo hall in it and opens it. The folder stays; yichuang desk --store opens it again."
      )
    case .initialise:
      Words(
        "读入数据文件夹（目录、部门、窗口、人员、节假日）并写入新数据库；不覆盖已有文件，中途失败不留半成品。",
        "Reads the data folder (catalogue, departments, counters, clerks, holidays) and publishes it into a new store. Nothing is overwritten, and a failure leaves nothing behind."
      )
    case .desk:
      Words(
        "真实大厅不写 --as 时先显示登录屏，凭人员编号和密码登录，用 --counter 指明这是哪个窗口；演示大厅缺省为第一位综合窗口人员，可随时换人。",
        "Without --as a real hall begins with a sign-in screen that asks for ID and password; --counter says which counter it is. A demo hall seats its first clerk of a general counter, and any other at one key."
      )
    case .perform: doDetails
    case .list:
      Words(
        "最急的在前。--stage 用阶段代号（如 underExamination）。--json 的 next 是下一页的 --after，没有下一页为 null。",
        "Most urgent first. --stage takes a stage's code (underExamination). With --json, next is the --after of the next page, or null."
      )
    case .show:
      Words(
        "CASE 是短件号（YC202603110007）、口头件号（0311-0007，今年的）或43位办件编号。用 --as 指明人员则完整显示个人信息，并记录谁查看过；不指明则隐去一部分。",
        "CASE is the short number (YC202603110007), the spoken one (0311-0007, of this year) or the number of 43 characters. With --as personal data is shown in full, and who looked is recorded; without, it is masked."
      )
    case .search:
      Words(
        "按件号或其一部分、姓名、证件号码开头、事项名称、拼音（首字母或全拼）查找；多个词须同时符合。",
        "By case number or part of it, name, beginning of an ID number or credit code, item, pinyin (initials or syllables). Of several words all have to fit."
      )
    case .stats:
      Words(
        "每个比率都带分子和分母。--json 和 --csv 供程序和表格软件读取；CSV 中以 = + - @ 开头的文字前加一个撇号，以免被当作公式。",
        "Every rate stands with its numerator and denominator. --json and --csv are for programs; in CSV a text that begins with = + - @ gets an apostrophe in front, so that no spreadsheet takes it for a formula."
      )
    case .clock: clockDetails
    case .check: checkDetails
    case .calendar: calendarDetails
    case .rules:
      Words(
        "publish 把数据文件夹里的 supervision/rules.json 发布到大厅：先看各级牌数如何改变，问过再写入；没有终端时须加 --yes。限监察员和大厅管理员，演示大厅不限。",
        "publish takes supervision/rules.json of the data folder into the hall: it shows how the number of cards changes, and asks; without a terminal it needs --yes. For supervisors and the hall manager; in a demo hall for anybody."
      )
    case .clerk: clerkDetails
    case .ssh: sshDetails
    case .screen:
      Words(
        "PANE 是 tickets、intake、inbox、release、supervision、items 或 ledger。按键在数据库的副本上执行，原库不变。",
        "PANE is tickets, intake, inbox, release, supervision, items or ledger. Keys are pressed over a copy; the store itself does not change."
      )
    case .verify: verifyDetails
    case .backup:
      Words(
        "大厅照常办事，得到一份某一刻完整一致的副本：写好、落盘、重读每个事件之后才改成 FILE 这个名字，只有本人可读；已有的文件不覆盖。中途断电只会留下 FILE.part。备份就是一个数据库，可用 verify 核对、用 list 查看。",
        "The hall works on meanwhile. The copy is of one moment and gets the name FILE only when it is on disk and every event has been read again; only its owner can read it, and nothing is overwritten. A power cut leaves FILE.part at most. A backup is a store: verify checks it, list shows it."
      )
    case .restore:
      Words(
        "先核对备份，再一举换上；原来的数据库保存为「数据库-replaced-时刻」。备份缺少数据库里的事件，或数据库读不出来时，不恢复，除非加 --lose-events。恢复前请让所有窗口退出；还有程序开着数据库时不恢复。",
        "Checks the backup and puts it in place at one stroke; what was there is kept as <store>-replaced-<moment>. Where the backup lacks events of the store, or the store cannot be read, nothing is restored unless --lose-events is given. Let every counter leave first: while any program has the store open nothing is restored."
      )
    case .head: headDetails
    case .export:
      Words(
        "缺省为 CSV（RFC 4180，UTF-8），加 --json 则每行一个 JSON。姓名和号码隐去一部分；--unmasked 完整写出，只限监察员和大厅管理员。谁在何时导出了多少件、用什么条件，在第一件写出之前记入记录。CSV 中以 = + - @ 开头的文字前加一个撇号，以免被当作公式；长号码请在表格软件里按文本导入。限监察员、大厅管理员、事项管理员，演示大厅不限。",
        "CSV by default (RFC 4180, UTF-8), with --json one JSON object a line. Names and numbers are masked; --unmasked writes them in full, for supervisors and the hall manager only. Who exported how many by which filter is journaled before the first case is out. In CSV a text that begins with = + - @ gets an apostrophe in front, so that no spreadsheet takes it for a formula; import long numbers as text. For supervisor, hall manager and item manager; in a demo hall for anybody."
      )
    case .doctor:
      Words(
        "逐项看数据库、文件权限、下一年日历、磁盘空间和落盘速度、备份、打印、时钟、字符集和终端，每项一句话，说明怎么办；只看不改，不显示个人信息。退出状态：0 都好，1 有要注意的，3 有不行的。全部事件由 verify 核对。",
        "Looks at the store, permissions, next year's calendar, room and speed of the disk, backups, printing, the clock, character set and terminal; one sentence each says what to do. It changes nothing and shows no personal data. Exit status: 0 all is good, 1 something wants looking at, 3 something is bad. That every event is right verify says."
      )
    case .rebuild:
      Words(
        "重建期间其他窗口需要等待。要么全部重建，要么一处不变：中途停下，重新执行即可。",
        "Everybody else waits meanwhile. It is all or nothing: stopped in the middle it has changed no list, and is simply run again."
      )
    case .printWaiting:
      Words(
        "每张文书先整张写入打印文件夹，再交给打印命令；没有打出的在 waiting/ 里等候，文号不变，也不会打两次。命令不经过外壳：按空格分词，引号成对，{file} 换成文件，{copies} 换成份数；没有 {file} 时文书从标准输入读。限时 10 秒（$YICHUANG_PRINT_SECONDS 可改）。",
        "Every sheet is written whole into the print folder and then given to the print command. What does not come out waits in waiting/ with its number and is printed once. No shell is involved: words are apart by blanks, quotes hold them together, {file} becomes the file and {copies} the number of copies; without {file} the sheet comes on standard input. A sheet may take 10 seconds (else $YICHUANG_PRINT_SECONDS)."
      )
    case .correctClock:
      Words(
        "主机时钟快过又拨回后，最后一条记录的时间在将来，一切办理都停下。先校准主机时钟，再由大厅管理员写明原因执行本命令：已有记录不改，从此按主机时钟记。",
        "When the host's clock ran ahead and was set back, the last record lies in the future and every act stops. Set the host's clock right, then a hall manager runs this with the reason: no record is changed, and from here on the host's clock holds."
      )
    case .closeYear: closeYearDetails
    case .bench: benchDetails
    case .roles, .keys, .help: nil
    }
  }

  private static let verifyDetails = Words(
    """
    重读每个事件：哈希链、版本、位置、办件重演，再与各列表核对；有误时指出第一处，退出状态为 3。
    FILE 可以是任何副本：备份、只读介质上的、旁边带 -wal 的、旧版本写成的；文件本身不变。
    用上主机的全部处理器，显示进度和剩余时间；中途停下，重新执行即可。
    --head 再与纸上的日首印核对（见 yichuang help head）：
      yichuang verify --head '2026-11-21 e56789 s1234 3f2a 9c01 bb27 0011 2233 4455 6677 8899 /c0de'
    看错或抄错的行会说明错在哪里，退出状态为 2；记录变过则为 3。
    """,
    """
    Reads every event again: chain, versions, positions, replay of every case, then the lists. Names the
    first event that is wrong; exit status 3. FILE may be any copy: a backup, one on a disk that cannot
    be written, one with its -wal beside it, one of an older version; it is not changed. All processors
    of the host work at it; what is done and the time left are shown. Stopped, it is simply run again.
    --head compares with a day's head from paper as well (see yichuang help head):
      yichuang verify --head '2026-11-21 e56789 s1234 3f2a 9c01 bb27 0011 2233 4455 6677 8899 /c0de'
    A line that was misread is told so, exit status 2; a record that was changed gives 3.
    """)

  private static let headDetails = Words(
    """
    日首印是全部记录到一天结束时的一个数：由每个流最后一个事件的哈希依次算出（SHA-256），印成一行：
      2026-11-21 e56789 s1234 3f2a 9c01 bb27 0011 2233 4455 6677 8899 /c0de
    依次是日期、事件数、流数、前 128 位、核对码。每天打印一行留在纸上或交别人保管：日后整件被删、
    末尾被截、连哈希链也重算过，都能用 yichuang verify --head 看出来。
    --on 是那一天结束时的：日期不晚于那天的最后一个事件为止；补录算在录入的那天。时钟被拨回过，
    同一天可能印出不同的行，各自都能核对。--json 给出全部 256 位。
    """,
    """
    The head is the whole record up to the end of a day as one number: the hashes of the last events of
    all streams in order (SHA-256), on one line:
      2026-11-21 e56789 s1234 3f2a 9c01 bb27 0011 2233 4455 6677 8899 /c0de
    The day, the number of events and of streams, the first 128 bits, a check. Printed every day and kept
    on paper, or by somebody else, it shows later (yichuang verify --head) whether a case was taken out,
    the end cut off, or a chain made anew.
    --on gives it as it was at the end of that day: up to the last event that carries that date or an
    earlier one; late entries count on the day they were written. After a clock was set back one day may
    print two lines; each can be verified. --json has all 256 bits.
    """)

  private static let doDetails = Words(
    """
    从标准输入逐行读 JSON，每行一个命令，写入后立即输出一行结果：
      {"do":"accept","case":"0311-0007","as":"wangfang"}
      {"ok":true,"case":"YC202603110007","version":4,"stage":"underExamination","events":["case.accepted.1",…]}
      {"ok":false,"refusal":"materials-missing","message":"…","case":"YC202603110007"}
    每行可带：
      as        谁办（缺省为 --as；演示大厅缺省为第一位综合窗口人员）
      counter   在哪个窗口（缺省为本人的窗口）
      version   看到的版本；此后别人先办了，就拒绝并说明是谁办了什么
      request   本行的编号；同一编号再来，答复同上次，不再写入
      label     给本行新收的件或新发的号取名；以后各行用 "case":"$名字" 或 "ticket":"$名字" 指它
      late      此前已发生、现在补录：{"happenedAt":"2026-03-10T15:00","reason":…,
                "documentNumber":…,"witness":人员编号,"password":该人密码}；
                真实大厅里，有密码的共同负责人须给出密码；密码不记录，也不回显
      at                演示大厅：先把时钟拨到这一刻（只能向前）
      workingDaysLater  演示大厅：先把时钟拨到若干工作日后开门时
    --batch N：已经送到的行，至多 N 行在一个事务里办理，全部落盘后才逐行答复和打印；每行照样单独核对、
      单独拒绝，不等还没送到的行。中途断电只丢没有答复的行，带 request 的可以原样再送一次。
    命令：take-in（item、applicant、agent、materials、fields、delivery、channel、ending）、
      accept、request-correction、decline、decide-on-the-spot、supply-materials、lapse、
      supply-deferred-material、claim、give-back、free-claim、record-opinion、return-to-step、
      start-special-procedure、end-special-procedure、suspend、resume、
      request-examination-correction、supply-examination-correction、refer-upward、
      answer-referral、extend、decide、produce-certificate、hand-over、hand-over-several、post、
      confirm-delivery、take-post-back、withdraw、terminate、reprint、note-defects、
      check-commitment、confirm-report、demand-fee、record-payment、rate、call-back、rectify、
      order-follow-up、answer-follow-up、escalate-follow-up、close-follow-up、appeal-card、
      settle-card、
      issue-ticket、call-ticket、arrive、park、pass、finish、free-ticket
    环节从1数起。每种命令的写法见 yichuang do --examples。有一行被拒绝，退出状态即为 1。
    """,
    """
    Reads one command a line from standard input and answers one line for each, once it is on disk:
      {"do":"accept","case":"0311-0007","as":"wangfang"}
      {"ok":true,"case":"YC202603110007","version":4,"stage":"underExamination","events":["case.accepted.1",…]}
      {"ok":false,"refusal":"materials-missing","message":"…","case":"YC202603110007"}
    Every line may carry:
      as        who acts (else --as; in a demo hall else the first clerk of a general counter)
      counter   at which counter (else the clerk's own)
      version   the version seen; if somebody was first since then, the refusal says who did what
      request   the caller's own ID of the line; sent again, it answers the same and writes nothing
      label     a name for the case or number that the line brings; later lines say "case":"$name"
                or "ticket":"$name"
      late      it happened earlier and is entered now: {"happenedAt":"2026-03-10T15:00",
                "reason":…,"documentNumber":…,"witness":a clerk's ID,"password":theirs};
                in a real hall a witness who has a password gives it; it is neither kept nor echoed
      at                in a demo hall: moves the clock to this moment first, forward only
      workingDaysLater  in a demo hall: moves the clock to the opening so many working days later
    --batch N: of the lines at hand up to N are carried out in one transaction, answered and printed
      when all of them are on disk; each is checked and refused for itself, and none is waited for. A
      power cut loses only what was not answered; lines with a request can be sent again as they are.
    Commands: take-in (item, applicant, agent, materials, fields, delivery, channel, ending),
      accept, request-correction, decline, decide-on-the-spot, supply-materials, lapse,
      supply-deferred-material, claim, give-back, free-claim, record-opinion, return-to-step,
      start-special-procedure, end-special-procedure, suspend, resume,
      request-examination-correction, supply-examination-correction, refer-upward,
      answer-referral, extend, decide, produce-certificate, hand-over, hand-over-several, post,
      confirm-delivery, take-post-back, withdraw, terminate, reprint, note-defects,
      check-commitment, confirm-report, demand-fee, record-payment, rate, call-back, rectify,
      order-follow-up, answer-follow-up, escalate-follow-up, close-follow-up, appeal-card,
      settle-card,
      issue-ticket, call-ticket, arrive, park, pass, finish, free-ticket
    Steps are counted from 1. yichuang do --examples shows how each is written. The exit status is 1 if
    any line was refused.
    """)
}
