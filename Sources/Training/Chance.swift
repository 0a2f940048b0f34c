/// Numbers that follow from a seed alone, so that the same seed gives the same hall.
struct Chance: Sendable {
  private var state: UInt64

  /// `stream` keeps what is drawn for one thing apart from what is drawn for another.
  init(seed: UInt64, stream: UInt64 = 0) {
    state = seed &+ stream &* 0xD134_2543_DE82_EF95
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// From 0 to just below `bound`; 0 if there is nothing to choose from.
  mutating func below(_ bound: Int) -> Int {
    bound > 0 ? Int(next() % UInt64(bound)) : 0
  }

  mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

  mutating func pick(_ texts: [String]) -> String {
    texts.isEmpty ? "" : texts[below(texts.count)]
  }

  mutating func pick<Choice>(among choices: [Choice]) -> Choice? {
    choices.isEmpty ? nil : choices[below(choices.count)]
  }
}
