package import Casework

/// What can be wrong with a file of the hall.
package enum HallFileProblem: Hashable, Sendable {
  case reading(ReadingProblem)
  case hall(HallProblem)
  case sheet(SheetProblem)
  case rule(RuleProblem)

  /// What is so, and what was expected.
  package var words: Words {
    switch self {
    case .reading(let problem): problem.words
    case .hall(let problem): problem.words
    case .sheet(let problem): problem.words
    case .rule(let problem): problem.words
    }
  }
}

/// The file cannot be read as what it is.
package enum ReadingProblem: Hashable, Sendable {
  case missing, unreadable, notText
  /// The folder holds no file of the kind it is for.
  case nothingIn(ending: String)
  case notJSON(column: Int)
  case keyMissing(String)
  case keyUnknown, keyTwice
  /// A text holds what nobody sees.
  case unseen
  /// What stands there is of another kind.
  case kindExpected(JSONKind)
  case valueExpected([String], found: String)
  case dateExpected, hoursExpected, dayOfYearExpected
  case notUnderstood(String)
  case lineExpected(sample: String)

  package var words: Words {
    switch self {
    case .missing: Words("没有这个文件，请补上", "there is no such file; it is needed")
    case .unreadable: Words("文件读不出来，请检查权限", "it cannot be read; look at its permissions")
    case .notText: Words("不是 UTF-8 文字，请另存为 UTF-8", "it is not UTF-8 text; save it as UTF-8")
    case .nothingIn(let ending):
      Words("文件夹里没有 \(ending) 文件，至少要有一个", "the folder holds no \(ending) file; one is needed")
    case .notJSON(let column):
      Words("第 \(column) 列起不是 JSON，请改正", "from column \(column) on it is not JSON; mend it")
    case .keyMissing(let key): Words("缺少「\(key)」，请补上", "“\(key)” is missing; it is needed")
    case .keyUnknown:
      Words("没有这个键，请核对拼写", "there is no such key; check its spelling")
    case .keyTwice: Words("同一个键写了两次，请留一个", "the same key stands twice; keep one")
    case .unseen:
      Words(
        "文字里有看不见的字符（控制字符、方向或零宽字符），请删去",
        "the text holds characters that nobody sees (controls, marks of direction); take them out")
    case .kindExpected(let kind): Words("应为\(kind.words.zh)", "expected \(kind.words.en)")
    case .valueExpected(let values, let found):
      Words(
        "应为 \(values.joined(separator: "、")) 之一，现在是「\(found)」",
        "expected one of \(values.joined(separator: ", ")); found “\(found)”")
    case .dateExpected: Words("应为日期，如 2026-11-23", "expected a date such as 2026-11-23")
    case .hoursExpected: Words("应为时段，如 08:30-12:00", "expected hours such as 08:30-12:00")
    case .dayOfYearExpected: Words("应为月日，如 07-01", "expected a day such as 07-01")
    case .notUnderstood(let detail): Words("看不懂(\(detail))", "it is not understood (\(detail))")
    case .lineExpected(let sample): Words("应写作 \(sample)", "expected a line such as \(sample)")
    }
  }
}

/// The kinds of value JSON has.
package enum JSONKind: String, Hashable, Sendable, CaseIterable {
  case text, number, truth, list, object

  var words: Words {
    switch self {
    case .text: Words("一段文字(加引号)", "a text in quotes")
    case .number: Words("一个整数", "a whole number")
    case .truth: Words(" true 或 false", "true or false")
    case .list: Words("一个列表 […]", "a list […]")
    case .object: Words("一个对象 {…}", "an object {…}")
    }
  }
}

/// The people and places of the hall do not fit together.
package enum HallProblem: Hashable, Sendable {
  case idTwice(String)
  case empty
  case lengthExpected(Int, found: Int)
  case hallCode
  /// The code, masked, is left blank.
  case quarantined(String, CodeProblem)
  case phoneNumber
  case unknownDepartment(DepartmentID)
  case unknownCounter(CounterID)
  case unknownQueue(String)
  case paperColumns(Int)
  case departmentExpected(ClerkRole)
  case townshipExpected
  case openingHoursExpected
  case minutesExpected(most: Int, found: Int)
  case calendar(Words)

  package var words: Words {
    switch self {
    case .idTwice(let id):
      Words("编号「\(id)」出现两次，请改掉一个", "the ID “\(id)” stands there twice; change one")
    case .empty: Words("不能为空，请填写", "it is empty; fill it in")
    case .lengthExpected(let expected, let found):
      Words("应有 \(expected) 位，现在是 \(found) 位", "expected \(expected) characters; found \(found)")
    case .hallCode: Words("应为一至四个大写字母", "expected one to four capital letters")
    case .quarantined(let code, let problem):
      Words(
        "代码「\(code)」已隔离，留空待改：\(problem.sentence.zh)",
        "the code “\(code)” is quarantined and left blank: \(problem.sentence.en)")
    case .phoneNumber:
      Words("应为电话号码，如 0599-7600100", "expected a phone number such as 0599-7600100")
    case .unknownDepartment(let id):
      Words(
        "没有部门「\(id)」，请填 departments.json 里的编号",
        "there is no department “\(id)”; use an ID of departments.json")
    case .unknownCounter(let id):
      Words(
        "没有窗口「\(id)」，请填 counters.json 里的编号",
        "there is no counter “\(id)”; use an ID of counters.json")
    case .unknownQueue(let letter):
      Words(
        "没有队列「\(letter)」，请填 hall.json 里的字母",
        "there is no queue “\(letter)”; use a letter of hall.json")
    case .paperColumns(let columns):
      Words(
        "纸宽 \(columns) 列不能用，应为 32 到 80（回执打印机 48）",
        "paper of \(columns) columns cannot be used; expected 32 to 80 (a receipt printer has 48)")
    case .departmentExpected(let role):
      Words("角色 \(role.rawValue) 要写明 department", "the role \(role.rawValue) needs a department")
    case .townshipExpected:
      Words("镇村操作员要写明 township", "a township operator needs a township")
    case .openingHoursExpected:
      Words("至少要有一个季节的开放时间", "the hours of at least one season are needed")
    case .minutesExpected(let most, let found):
      Words(
        "应为 1 到 \(most) 的分钟数，现在是 \(found)",
        "expected a number of minutes from 1 to \(most); found \(found)")
    case .calendar(let mistake): mistake
    }
  }
}
