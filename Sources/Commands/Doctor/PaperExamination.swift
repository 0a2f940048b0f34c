import Casework
import HallFiles

/// What the program needs beside the store: templates and pinyin, and paper that comes out.
struct PaperExamination {
  let invocation: Invocation
  let path: String

  func findings() -> [Finding] { [data, papers] }

  private var data: Finding {
    do throws(Complaint) {
      let data = try HallData(invocation)
      return Finding(.good, .data, "\(data.folder.path)。", "\(data.folder.path).")
    } catch {
      return Finding(.bad, .data, error.sentence(in: .zh), error.sentence(in: .en))
    }
  }

  private var papers: Finding {
    let folder = PrintFolder(path: invocation.printFolder(beside: path))
    let waiting = folder.waiting().count
    guard waiting > 0 else {
      return Finding(.good, .papers, "没有等候打印的文书。", "no sheet waits to be printed.")
    }
    return Finding(
      .attention, .papers, "\(waiting) 张文书在等候打印；打印机修好后用 yichuang print-waiting。",
      "\(waiting) sheets wait to be printed; when the printer works, use yichuang print-waiting.")
  }
}
