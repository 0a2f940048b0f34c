import Deskwork
import TestSupport
import Testing

struct SearchRunTests {
  @Test(arguments: 0..<4 as Range<UInt64>)
  func `numbers and Latin letters fall apart alone as they do beside hanzi`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<300 {
      let signs = (0..<12).map { _ in Unicode.Scalar(UInt8.random(in: 0..<0x80, using: &random)) }
      let text = String(String.UnicodeScalarView(signs))
      let beside = SearchRun.runs(of: text + " 王").dropLast()
      #expect(SearchRun.runs(of: text) == Array(beside), "\(signs.map(\.value))")
    }
  }
}
