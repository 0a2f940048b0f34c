import Casework

/// What is measured together and chosen by name.
enum BenchRow: String, CaseIterable {
  case start, keys, idle, accept, batch, crowd, seats, lists, upkeep, size

  static var names: String { allCases.map(\.rawValue).joined(separator: ",") }

  /// Whether a store somebody works with can be measured: nothing is written and nobody signs in.
  var isReading: Bool {
    switch self {
    case .lists, .size: true
    case .start, .keys, .idle, .accept, .batch, .crowd, .seats, .upkeep: false
    }
  }

  var title: Words {
    switch self {
    case .start: Words("打开界面", "opening the console")
    case .keys: Words("按键", "keys")
    case .idle: Words("闲着的界面", "idle consoles")
    case .accept: Words("受理一件", "accepting a case")
    case .batch: Words("成批办理", "acts in batches")
    case .crowd: Words("许多进程不停地写", "many processes writing without pause")
    case .seats: Words("许多窗口照常办事", "many seats at work")
    case .lists: Words("列表、打开、查找", "lists, opening, searching")
    case .upkeep: Words("核对、重建、建库", "verify, rebuild, making a store")
    case .size: Words("大小", "size")
    }
  }
}
