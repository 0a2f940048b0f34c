import Casework

/// What one look at the store or its host has found, and what to do about it.
struct Finding {
  enum Level: String, CaseIterable {
    case good, attention, bad

    var label: Words {
      switch self {
      case .good: Words("好", "good")
      case .attention: Words("注意", "look")
      case .bad: Words("不行", "bad")
      }
    }
  }

  enum Subject: String, CaseIterable {
    case store, library, calendar, record, permissions, leftovers, space, reserve, flush, backup
    case closedYears
    case papers, data, clock, locale, terminal

    var label: Words {
      switch self {
      case .store: Words("数据库", "store")
      case .library: Words("SQLite", "SQLite")
      case .calendar: Words("日历", "calendar")
      case .record: Words("最近记录", "last record")
      case .permissions: Words("权限", "permissions")
      case .leftovers: Words("残留文件", "leftovers")
      case .space: Words("磁盘空间", "disk space")
      case .reserve: Words("备用空间", "reserve")
      case .flush: Words("落盘", "flushing")
      case .backup: Words("备份", "backup")
      case .closedYears: Words("归档", "closed years")
      case .papers: Words("打印", "printing")
      case .data: Words("数据文件夹", "data folder")
      case .clock: Words("时钟", "clock")
      case .locale: Words("字符集", "locale")
      case .terminal: Words("终端", "terminal")
      }
    }
  }

  var level: Level
  var subject: Subject
  var words: Words

  init(_ level: Level, _ subject: Subject, _ zh: String, _ en: String) {
    (self.level, self.subject, words) = (level, subject, Words(zh, en))
  }

  func text(in language: Language) -> String {
    padded(level.label[language], to: 6) + padded(subject.label[language], to: 13)
      + words[language]
  }

  func json(in language: Language) -> JSONValue {
    .object([
      .init("check", .text(subject.rawValue)), .init("level", .text(level.rawValue)),
      .init("message", .text(words[language])),
    ])
  }
}

extension [Finding] {
  /// 1 says that somebody should look, 3 that the hall cannot work safely.
  var status: ExitStatus {
    if contains(where: { $0.level == .bad }) { return .store }
    return contains { $0.level == .attention } ? .refused : .done
  }
}
