import Casework

/// Everything that is measured, by the names JSON has.
enum Measure: String, CaseIterable {
  case firstScreen = "first-screen", firstScreenBytes = "first-screen-bytes"
  case keyCursor = "key-cursor", keyPage = "key-page", keyOpen = "key-open"
  case keySwitch = "key-switch"
  case bytesCursor = "bytes-cursor", bytesPage = "bytes-page", bytesOpen = "bytes-open"
  case bytesSwitch = "bytes-switch", pageShare = "page-share"
  case thinCursor = "bytes-cursor-thin"
  case idleBytes = "idle-bytes", idleCPU = "idle-cpu", consoleMemory = "console-memory"
  case consolesMemory = "consoles-memory", consolesCPU = "consoles-cpu"
  case acceptAct = "accept-act", acceptRaw = "accept-raw", acceptRatio = "accept-ratio"
  case batchActs = "batch-acts"
  case crowdAlone = "crowd-alone", crowdTotal = "crowd-total", crowdShare = "crowd-share"
  case crowdWait = "crowd-wait", crowdFairness = "crowd-fairness", crowdRefused = "crowd-refused"
  case seatAct = "seat-act", seatRefused = "seat-refused"
  case ledgerFirst = "ledger-first", ledgerDeep = "ledger-deep", inboxFirst = "inbox-first"
  case caseOpen = "case-open"
  case searchNumber = "search-number", searchPart = "search-part", searchPaper = "search-paper"
  case searchOneHanzi = "search-one-hanzi", searchTwoHanzi = "search-two-hanzi"
  case searchInitials = "search-initials", searchPinyin = "search-pinyin", counts
  case verifyEvents = "verify-events", rebuildEvents = "rebuild-events", makeStore = "make-store"
  case caseBytes = "case-bytes", tableBytes = "table-bytes", indexBytes = "index-bytes"

  var row: BenchRow {
    switch self {
    case .firstScreen, .firstScreenBytes: .start
    case .keyCursor, .keyPage, .keyOpen, .keySwitch, .bytesCursor, .bytesPage, .bytesOpen,
      .bytesSwitch, .pageShare, .thinCursor:
      .keys
    case .idleBytes, .idleCPU, .consoleMemory, .consolesMemory, .consolesCPU: .idle
    case .acceptAct, .acceptRaw, .acceptRatio: .accept
    case .batchActs: .batch
    case .crowdAlone, .crowdTotal, .crowdShare, .crowdWait, .crowdFairness, .crowdRefused: .crowd
    case .seatAct, .seatRefused: .seats
    case .ledgerFirst, .ledgerDeep, .inboxFirst, .caseOpen, .searchNumber, .searchPart,
      .searchPaper, .searchOneHanzi, .searchTwoHanzi, .searchInitials, .searchPinyin, .counts:
      .lists
    case .verifyEvents, .rebuildEvents, .makeStore: .upkeep
    case .caseBytes, .tableBytes, .indexBytes: .size
    }
  }

  var unit: BenchUnit {
    switch self {
    case .firstScreen, .keyCursor, .keyPage, .keyOpen, .keySwitch, .acceptAct, .acceptRaw,
      .crowdWait, .seatAct, .ledgerFirst, .ledgerDeep, .inboxFirst, .caseOpen, .searchNumber,
      .searchPart, .searchPaper, .searchOneHanzi, .searchTwoHanzi, .searchInitials, .searchPinyin,
      .counts,
      .makeStore:
      .microseconds
    case .firstScreenBytes, .bytesCursor, .bytesPage, .bytesOpen, .bytesSwitch, .thinCursor,
      .idleBytes, .consoleMemory, .consolesMemory, .caseBytes, .tableBytes, .indexBytes:
      .bytes
    case .batchActs, .crowdAlone, .crowdTotal, .verifyEvents, .rebuildEvents: .perSecond
    case .pageShare, .acceptRatio, .crowdShare, .crowdFairness: .percent
    case .idleCPU, .consolesCPU: .millionths
    case .crowdRefused, .seatRefused: .count
    }
  }
}

/// What the values of a measure count.
enum BenchUnit: String {
  case microseconds, bytes, perSecond = "per-second", percent
  /// Of one core.
  case millionths
  case count
}
