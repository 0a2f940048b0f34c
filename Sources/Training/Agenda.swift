import WorkCalendar

/// What is to happen when; what was entered first comes first at the same moment.
struct Agenda<Entry> {
  private struct Slot {
    var moment: Moment
    var serial: Int
    var entry: Entry

    func comesBefore(_ other: Slot) -> Bool {
      (moment.epochSeconds, serial) < (other.moment.epochSeconds, other.serial)
    }
  }

  private var heap: [Slot] = []
  private var entered = 0

  mutating func enter(_ entry: Entry, at moment: Moment) {
    heap.append(Slot(moment: moment, serial: entered, entry: entry))
    entered += 1
    var child = heap.count - 1
    while child > 0, heap[child].comesBefore(heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  var earliest: Moment? { heap.first?.moment }

  mutating func next() -> (moment: Moment, entry: Entry)? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    if !heap.isEmpty {
      heap[0] = last
      sink()
    }
    return (first.moment, first.entry)
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var smallest = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if heap[child].comesBefore(heap[smallest]) { smallest = child }
      }
      if smallest == parent { return }
      heap.swapAt(parent, smallest)
      parent = smallest
    }
  }
}
