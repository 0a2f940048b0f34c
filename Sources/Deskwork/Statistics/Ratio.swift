/// A part of a whole, kept as the two numbers it is made of.
package struct Ratio: Hashable, Sendable {
  package var numerator: Int
  package var denominator: Int

  package init(_ numerator: Int, of denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// 99.57 of a hundred, rounded half up from the two numbers; nil of nothing.
  package var percent: String? { hundredths(of: 100) }

  /// 3.25, rounded half up: the mean of a sum over a count; nil of nothing.
  package var mean: String? { hundredths(of: 1) }

  /// Two numbers as people read a rate: 9957/10000.
  package var fraction: String { "\(numerator)/\(denominator)" }

  private func hundredths(of whole: Int) -> String? {
    guard denominator > 0, numerator >= 0 else { return nil }
    let (product, isTooMuch) = numerator.multipliedReportingOverflow(by: whole * 200)
    guard !isTooMuch else { return nil }
    let rounded = (product + denominator) / (2 * denominator)
    let rest = rounded % 100
    return "\(rounded / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
