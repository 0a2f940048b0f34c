import Casework

extension Help {
  static let clerkDetails = Words(
    """
    大厅的人员，凭什么进来，谁已停用：
      yichuang clerk list                       全部人员；show ID 看一位和他的公钥
      yichuang clerk add zhangwei --name 张伟 --name-en "Zhang Wei" --role examiner \\
        --department SJ --as 管理员编号
      yichuang clerk change zhangwei --role approver --reason 任命 --as 管理员编号
      yichuang clerk disable zhangwei --reason 调离 --as 管理员编号    恢复用 enable
      yichuang clerk key add zhangwei zhangwei.pub --note 3号窗口电脑 --as 管理员编号
      yichuang clerk key remove zhangwei SHA256:… --reason 遗失 --as 管理员编号
      yichuang clerk key list [ID]
      yichuang clerk password zhangwei --as 管理员编号
    登记、改动、停用、公钥和密码由大厅管理员办理，逐项记入记录；最后一位在岗的大厅管理员不能停用，也不能改岗。
    还没有管理员的新大厅，由数据库的所有者登记第一位，不用 --as。
    编号用 2 至 32 个小写字母、数字或连字符。--department none、--counter none 表示没有。
    公钥：ssh-ed25519、ecdsa-sha2-nistp256/384/521、3072 位以上的 ssh-rsa，以及 sk- 硬件密钥；
    写 .pub 文件名，或 - 从标准输入读一行。一把公钥只归一人。
    密码在终端输入两次，不显示；不在终端时从标准输入读一行。至少 8 个字符、至多 128 字节，只存 yescrypt 散列。
    本人改自己的密码，先输入现在的密码。
    """,
    """
    The people of the hall, by what they come in, and who is out:
      yichuang clerk list                       everybody; show ID: one, with the keys
      yichuang clerk add zhangwei --name 张伟 --name-en "Zhang Wei" --role examiner \\
        --department SJ --as MANAGER
      yichuang clerk change zhangwei --role approver --reason promoted --as MANAGER
      yichuang clerk disable zhangwei --reason left --as MANAGER       enable takes it back
      yichuang clerk key add zhangwei zhangwei.pub --note "counter 3" --as MANAGER
      yichuang clerk key remove zhangwei SHA256:… --reason lost --as MANAGER
      yichuang clerk key list [ID]
      yichuang clerk password zhangwei --as MANAGER
    Enrolling, changing, disabling, keys and passwords are the hall manager's, and all of it is on
    record; the last hall manager can neither be disabled nor get another role. In a new hall
    without one, the owner of the store enrols the first, and needs no --as.
    An ID has 2 to 32 small letters, digits or hyphens. --department none and --counter none take
    them away.
    Keys: ssh-ed25519, ecdsa-sha2-nistp256/384/521, ssh-rsa from 3072 bits, and sk- hardware keys;
    name the .pub file, or - for a line on standard input. A key is one person's alone.
    A password is typed twice at the terminal, unseen; without a terminal it is one line of standard
    input. It has 8 characters at least and 128 bytes at most; only its yescrypt hash is kept. For
    one's own the present one is asked first.
    """)

  static let sshDetails = Words(
    """
    打印 sshd 的 AuthorizedKeysCommand 所要的内容，在岗人员的公钥每把一行；没有登记或已停用的，什么也不打印：
      restrict,pty,command="yichuang desk --store … --as ID --key SHA256:…" ssh-ed25519 AAAA… ID
    写在 sshd_config 里：
      AuthorizedKeysCommand /usr/local/bin/yichuang ssh authorized-keys --store FILE --fingerprint %f
      AuthorizedKeysCommandUser hall
    --data、--theme、--lock-after、--print、--print-command 原样带给 desk；对方的环境变量不起作用。
    Data/deploy 里有 sshd 和 systemd 的配置，以及逐步的安装说明。
    """,
    """
    Prints what sshd's AuthorizedKeysCommand asks for, a line for each key of everybody who may come
    in, and nothing for keys that are unknown or people who are disabled:
      restrict,pty,command="yichuang desk --store … --as ID --key SHA256:…" ssh-ed25519 AAAA… ID
    In sshd_config:
      AuthorizedKeysCommand /usr/local/bin/yichuang ssh authorized-keys --store FILE --fingerprint %f
      AuthorizedKeysCommandUser hall
    --data, --theme, --lock-after, --print and --print-command are handed to desk as they are; the
    environment of whoever comes has no say. Data/deploy holds the pieces for sshd and systemd, and
    the set-up step by step.
    """)
}
