import Casework

extension Help {
  static let closeYearDetails = Words(
    """
    把某年（和更早）已经办完、再无事可办的件移入 <数据库>-年份.db，数据库因此不再变大：
      yichuang close-year 2024 --as 管理员编号
    年份须已过完。还有结果、费用、核查、报送、督办、申诉、监察牌或草稿未了的件留在原处，下次再归。
    先写好归档文件，整个核对无误，记入记录，再每次几件移出；大厅照常办事。中途断电、被杀都不丢不重，
    再执行一次就接着办完。统计、编号、申请人资料不变；查找、show、台账、export 照样找得到，显示「已归档」，
    不能再办，可以查看和补打。verify、head 把归档文件连在一起读；文件不在时指出是哪一个。
    归档文件写成后不再改变，也不在备份里：请各留一份副本。
    """,
    """
    Moves the cases of a year and before that have ended, and with which nothing is left to be done,
    into <store>-YEAR.db, so that the store stays small:
      yichuang close-year 2024 --as MANAGER
    The year has to be over. Where a result, fee, check, report, order, appeal, card or draft is
    open, the case stays and goes the next time. The file is written and checked whole, then
    journaled, then cases are taken out a few at a time while the hall works. Whatever stops it,
    nothing is lost or doubled; run again it goes on. Figures, numbers and what is known of
    applicants stay as they are. Searches, show, export and the ledger have these cases, marked as closed:
    they can be looked at and printed again, and nothing else. verify and head read the files of
    closed years with the store, and name one that is not there. They never change and are in no
    backup: keep a copy of each.
    """)
}
