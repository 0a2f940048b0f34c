import Casework

extension PeopleProblem {
  func words(_ names: SpokenNames) -> Words {
    switch self {
    case .idMalformed:
      return Words(
        "人员编号用 2 至 32 个小写字母、数字或连字符（如 wangfang）；请改正。",
        "A clerk's ID has 2 to 32 small letters, digits or hyphens (such as wangfang); correct it.")
    case .idTaken(let id):
      return Words("编号「\(id)」已有人用；请换一个。", "The ID \"\(id)\" is taken; choose another.")
    case .nameMissing:
      return Words("姓名没有填写；请补上。", "The name is missing; add it.")
    case .textUnusable:
      return Words(
        "文字太长或含有看不见的字符；请重写。",
        "The text is too long or has characters that cannot be seen; write it anew.")
    case .departmentExpected(let role):
      return Words(
        "\(role.label.zh)属于一个部门；请写明部门编号。",
        "A person of the role \(role.label.en) works for a department; name it.")
    case .departmentNotExpected(let role):
      return Words(
        "\(role.label.zh)不属于单个部门；请去掉部门。",
        "A person of the role \(role.label.en) works for no single department; leave it out.")
    case .noSuchDepartment(let id):
      return Words(
        "大厅里没有「\(id)」这个部门；请核对部门编号。",
        "The hall has no department \"\(id)\"; check its ID.")
    case .townshipExpected:
      return Words("镇村操作员要写明乡镇；请补上。", "A township operator works for a town; name it.")
    case .townshipNotExpected(let role):
      return Words(
        "\(role.label.zh)不属于乡镇；请去掉乡镇。",
        "A person of the role \(role.label.en) works for no town; leave it out.")
    case .noSuchTownship(let name):
      return Words(
        "没有哪个镇村窗口叫「\(name)」；请按窗口名称里的写法填写乡镇。",
        "No township counter bears the name \"\(name)\"; write the town as the counter's name does."
      )
    case .lastHallManager(let id):
      let name = names.clerk(id)
      return Words(
        "\(name.zh)是最后一位在岗的大厅管理员；请先登记另一位。",
        "\(name.en) is the last hall manager there is; enrol another first.")
    case .founded:
      return Words(
        "大厅已有管理员；请由管理员办理（--as 管理员编号）。",
        "The hall has a hall manager; let a manager do it (--as and the manager's ID).")
    case .key(let flaw): return flaw.words
    case .keyTaken(let id):
      let name = names.clerk(id)
      return Words(
        "这把公钥已登记给\(name.zh)；一把只归一人，请另生成一把。",
        "This key belongs to \(name.en); a key is one person's alone, so make another.")
    case .noSuchKey:
      return Words(
        "这位人员没有登记这把公钥；用 yichuang clerk key list 查看。",
        "This person has no such key; see yichuang clerk key list.")
    }
  }
}

extension PublicKey.Flaw {
  fileprivate var words: Words {
    switch self {
    case .empty:
      Words("没有公钥；请给出 .pub 文件或其中那一行。", "There is no key; give a .pub file or its line.")
    case .severalLines:
      Words("不止一行；一次登记一把公钥。", "There is more than one line; grant one key at a time.")
    case .isPrivate:
      Words(
        "这是私钥，只应留在本人手里，已不再安全；请重新生成一对，登记 .pub 文件里的公钥。",
        "This is a private key and safe no more; make a new pair and grant what is in the .pub file."
      )
    case .algorithm:
      Words(
        "公钥前面有别的内容，或算法不被接受；请用 ssh-keygen -t ed25519 生成的 .pub 文件。",
        "Something stands before the key, or its algorithm is not accepted; use the .pub file of ssh-keygen -t ed25519."
      )
    case .damaged:
      Words(
        "公钥残缺或被改过；请从 .pub 文件重新复制。",
        "The key is cut off or damaged; copy it again from the .pub file.")
    case .tooShort(let bits, let least):
      Words(
        "RSA 公钥只有 \(bits) 位，至少 \(least) 位；请用 ssh-keygen -t ed25519 另生成一把。",
        "The RSA key has \(bits) bits, \(least) are needed; make another with ssh-keygen -t ed25519."
      )
    }
  }
}
