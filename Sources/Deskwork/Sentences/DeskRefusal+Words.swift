package import Casework
import WorkCalendar

extension DeskRefusal {
  /// What is so, then what to do; the case number stands first where there is a case.
  package func sentence(in language: Language, names: SpokenNames) -> String {
    words(names)[language]
  }

  /// The case it is about, if there is one.
  package var caseID: CaseID? {
    switch self {
    case .refused(_, let id): id
    case .movedOn(let id, _, _, _, _, _), .outOfReach(let id): id
    case .yearNotOver: nil
    case .ticket, .ticketMovedOn, .noSuchVersion, .noSuchCase, .noSuchItem, .noSuchClerk,
      .noSuchCounter, .crowded,
      .templateMissing, .signIn, .people, .sittingOver, .clockBehind, .store:
      nil
    }
  }

  private func words(_ names: SpokenNames) -> Words {
    switch self {
    case .refused(let refusal, let id): return refusal.words(names).after(id?.spoken)
    case .ticket(let refusal, let id): return refusal.words(names).after(id?.rawValue)
    case .movedOn(let id, _, _, let clerk, let at, let did):
      let (name, deed) = (names.clerk(clerk), did.deed)
      return Words(
        "\(name.zh)已于\(spoken(at))先\(deed.zh)；请看过现状再办。",
        "\(name.en) was first and \(deed.en) at \(spoken(at)); look at the case again."
      ).after(id.spoken)
    case .ticketMovedOn(let id, _, _, let clerk, let at):
      let name = names.clerk(clerk)
      return Words(
        "\(name.zh)已于\(spoken(at))先办了这个号；请看过现状再办。",
        "\(name.en) was first with this number at \(spoken(at)); look at it again."
      ).after(id.rawValue)
    case .noSuchVersion(let seen, let now):
      return Words(
        "没有第 \(seen) 版，现在是第 \(now) 版；请写看到的版本。",
        "There is no version \(seen), it is version \(now) now; name the version you have seen.")
    case .noSuchCase(let typed):
      let text = quoted(typed)
      return Words(
        "找不到办件「\(text)」；请核对件号，或按姓名查找。",
        "There is no case \"\(text)\"; check the number or search by name.")
    case .noSuchItem(let typed):
      let id = quoted(typed.rawValue)
      return Words(
        "事项目录中没有「\(id)」；请按名称或拼音查找。",
        "The catalogue has no item \"\(id)\"; search by name or pinyin.")
    case .noSuchClerk(let typed):
      let id = quoted(typed.rawValue)
      return Words(
        "大厅里没有「\(id)」这位人员；请核对人员编号。",
        "The hall has no clerk \"\(id)\"; check the clerk's ID.")
    case .noSuchCounter(let typed):
      let id = quoted(typed.rawValue)
      return Words(
        "大厅里没有「\(id)」号窗口；请核对窗口编号。",
        "The hall has no counter \"\(id)\"; check the counter's ID.")
    case .crowded:
      return Words(
        "同事们接连先办了一步，这一步没有写入；请再办一次。",
        "Colleagues were faster several times and nothing was written; do it again.")
    case .templateMissing(let kind):
      return Words(
        "大厅没有「\(kind.label.zh)」的文书模板，这一步没有办；请检查数据文件夹。",
        "The hall has no template for the \(lowered(kind.label.en)), so nothing was done; check the data folder."
      )
    case .signIn(let problem): return problem.words
    case .people(let problem): return problem.words(names)
    case .sittingOver(let end, let clerk, let at): return end.words(clerk.map(names.clerk), at)
    case .outOfReach(let id):
      return Words(
        "不属于本部门或本镇的办件；请由承办部门或大厅查看。",
        "is no case of your department or town; ask the department in charge or the hall."
      ).after(id.spoken)
    case .yearNotOver(let year):
      return Words(
        "\(year) 年还没有过完，不能归档；请在次年办理。",
        "\(year) is not over, so it cannot be closed; do it in the next year.")
    case .clockBehind(let last, let now):
      return Words(
        "主机时钟 \(spoken(now)) 早于最后一条记录 \(spoken(last))，没有写入；请校准主机时钟，若是那条记录的时钟快了，由大厅管理员用 yichuang correct-clock 更正。",
        "The host's clock says \(spoken(now)), before the last record of \(spoken(last)); nothing was written. Set the host's clock right; if that record's clock was ahead, a hall manager runs yichuang correct-clock."
      )
    case .store(let error): return error.words
    }
  }
}

extension Words {
  /// The same after a number; a case stands first in whatever is said of it.
  fileprivate func after(_ number: String?) -> Words {
    guard let number else { return self }
    return Words("\(number) \(zh)", "\(number): \(en)")
  }
}

extension SignInProblem {
  fileprivate var words: Words {
    switch self {
    case .wrong:
      Words("编号或密码不对；请重新输入。", "The ID or the password is wrong; try again.")
    case .waitFirst(let seconds):
      Words("密码连续输错，请等 \(seconds) 秒再试。", "Too many wrong passwords; wait \(seconds) seconds.")
    case .keyWithdrawn:
      Words(
        "这把公钥已经停用；请找大厅管理员登记新的公钥。",
        "This key has been withdrawn; ask the hall manager to grant a new one.")
    case .sitsHere(let since):
      Words(
        "您从 \(spoken(since)) 起已在这个窗口登录；请接管或回到那里。",
        "You have been signed in at this counter since \(spoken(since)); take it over or go back there."
      )
    case .witnessUnproved(let clerk):
      Words(
        "补录要由共同负责人 \(clerk) 当面输入自己的密码；请输入后再办。",
        "\(clerk) answers for this late entry too and has to type their own password to it; do that first."
      )
    case .passwordTooShort(let least):
      Words("密码至少 \(least) 个字符；请另设一个。", "A password has at least \(least) characters.")
    case .passwordTooLong(let most):
      Words(
        "密码太长，至多 \(most) 字节（汉字每个三字节）；请另设一个。",
        "The password is too long, \(most) bytes at most; choose another.")
    case .passwordUntypable:
      Words(
        "密码里有键盘打不出的字符；请另设一个。",
        "The password has characters nobody can type; choose another.")
    case .noHash:
      Words(
        "本机的 libc 不能生成 yescrypt 密码；请安装 libcrypt1 4.4 或更新版本。",
        "The libc of this host makes no yescrypt hashes; install libcrypt1 4.4 or later.")
    }
  }
}

extension Sitting.End {
  fileprivate func words(_ clerk: Words?, _ at: Moment) -> Words {
    switch self {
    case .takenOver:
      Words(
        "您已于\(spoken(at))在别处接管，这里不再写入；填写的内容已随您过去。",
        "You took over elsewhere at \(spoken(at)); nothing more is written here, and what you typed went along."
      )
    case .ended:
      Words(
        "\(clerk?.zh ?? "大厅管理员")已于\(spoken(at))结束了这次登录；请重新登录。",
        "\(clerk?.en ?? "The hall manager") ended this session at \(spoken(at)); sign in again.")
    case .signedOut:
      Words("已于\(spoken(at))退出登录；请重新登录。", "Signed out at \(spoken(at)); sign in again.")
    }
  }
}
