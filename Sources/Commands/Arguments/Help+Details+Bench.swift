import Casework

extension Help {
  static let benchDetails = Words(
    """
    在自己的文件夹里造演示大厅(同版本、同种子、同件数的再用不重造)，测量后打印表格，每项有中位、p95、
    最小、最大、目标、是否达到，以及最大与最小大厅之比；--json 给出同样的数，都是所注单位的整数。
      yichuang bench --sizes 1k,100k,1M
      yichuang bench --rows lists,size --store /srv/hall/hall.db     只读，不写在用的数据库
      start   从启动到首屏          keys    按键到末字节、字节数     idle   闲着的界面：字节、处理器、内存
      accept  受理与同样的语句之比  batch   do --batch              crowd  许多进程不停地写
      seats   许多窗口各想两秒      lists   列表、打开、查找、件数   upkeep verify、rebuild、造库
      size    每件和每个索引的字节
    一百万件的大厅约占 20 GB，要几分钟；目标是对发布版的。进度写在标准错误。
    """,
    """
    Makes demo halls in a folder of its own (one of the same version, seed and size is used again),
    measures, and prints a table: median, p95, least and most, the goal and whether it is met, and the
    largest hall against the smallest. --json has the same, in whole numbers of the unit it names.
      yichuang bench --sizes 1k,100k,1M
      yichuang bench --rows lists,size --store /srv/hall/hall.db     reads only, for a hall at work
      start   exec to first screen     keys    key to last byte, bytes   idle    bytes, CPU, memory
      accept  against its statements   batch   do --batch                crowd   processes that write
      seats   people who think 2 s     lists   pages, cases, searches    upkeep  verify, rebuild, making
      size    bytes of a case and of each index
    A hall of a million cases takes about 20 GB and some minutes. The goals are for a release build.
    Progress goes to standard error.
    """)
}
