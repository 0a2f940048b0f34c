import TerminalUI
import Testing

struct LineGaugeTests {
  /// A first screen of 2,400 bytes sent 30 ms after the start, answered at these moments.
  private static func gauge(_ answers: Int..., bytes: Int = 2_400) -> LineGauge {
    var gauge = LineGauge()
    gauge.begin(at: 0)
    let isAsked = gauge.sent(bytes, at: 30)
    #expect(isAsked)
    for answer in answers { gauge.answered(at: answer) }
    return gauge
  }

  @Test(arguments: [
    // At the counter.
    (1, 31, false),
    // Far away, and quick.
    (600, 640, false),
    // 9600 bit/s and 300 ms each way; the same close by.
    (700, 3_200, true), (40, 2_540, true),
    // 20 kbit/s and 600 ms there and back.
    (650, 1_610, true),
    // 64 kbit/s.
    (110, 410, false),
    // A terminal that took its time to open its window.
    (900, 905, false),
    // One that stood still for a moment.
    (1, 400, false),
  ])
  func `a slow line is told from a long way and from a moment's pause`(
    first: Int, second: Int, isSlow: Bool
  ) {
    #expect(Self.gauge(first, second).isSlow == isSlow)
  }

  @Test func `a terminal that never answers has no slow line, and is not asked on and on`() {
    var gauge = Self.gauge()
    #expect(gauge.isAwaiting(at: 5_000) && !gauge.isAwaiting(at: 40_000))
    #expect(!gauge.sent(2_400, at: 59_000) && !gauge.isSlow)
  }

  @Test func `a line that becomes slow is seen at a page, once a minute and not at a step`() {
    var gauge = Self.gauge(1, 31)
    #expect(!gauge.sent(1_000, at: 50_000) && !gauge.sent(90, at: 70_000))
    #expect(gauge.sent(1_000, at: 70_000) && gauge.isAwaiting(at: 70_500))
    gauge.answered(at: 71_100)
    #expect(gauge.isSlow && !gauge.sent(5_000, at: 200_000))
  }

  @Test func `an answer that was lost is not taken for a late one`() {
    var gauge = Self.gauge(1)
    gauge.forget(at: 100)
    gauge.answered(at: 4_000)
    #expect(!gauge.isSlow && !gauge.isAwaiting(at: 4_000))
    let isAsked = gauge.sent(1_000, at: 70_000)
    #expect(isAsked)
    gauge.answered(at: 70_020)
    #expect(!gauge.isSlow)
  }
}
