import Casework

extension Help {
  static let calendarDetails = Words(
    """
    查看大厅所用的日历，导入一年的放假通知：
      yichuang calendar show 2026
      yichuang calendar import 通知.txt --as 人员编号
    import 读国务院办公厅通知的正文(UTF-8 或 GB18030，可以直接粘贴)，或 Data/calendars 那样的 JSON；
    FILE 写 - 表示标准输入。星期几、共几天、补班是否周末、有没有重复，逐句核对；有一处不对，就逐行指出，
    什么也不导入。都对时先列出哪些日子改变、哪些在办件改期，问过再写入，每件记一笔「时限重算」。
    没有终端时须加 --yes。限大厅管理员、事项管理员、监察员；演示大厅不限。
    内容不同的通知再次导入，就是更正；内容相同则什么也不变。
    """,
    """
    Shows the calendar the hall counts by, and takes in the holiday notice of a year:
      yichuang calendar show 2026
      yichuang calendar import notice.txt --as CLERK
    import reads the text of the State Council's notice (UTF-8 or GB18030, as it was copied) or JSON
    as in Data/calendars; FILE may be - for standard input. Days of the week, sums of days, make-up
    days and repetitions are checked sentence by sentence; if one is wrong, each is told with its
    line and nothing is taken in. Else it shows which days change and which open cases move, asks,
    and records the new dates with every case. Without a terminal it needs --yes.
    For the hall manager, item manager and supervisor; in a demo hall for anybody.
    A notice that differs from the one taken in before corrects it; the same one changes nothing.
    """)
}
