/// How long whoever gave a wrong password has to wait before the next one is looked at.
package enum SignInDelay {
  /// Seconds after so many wrong ones running: the first two are slips of the finger, from the
  /// third on it doubles up to five minutes.
  package static func seconds(afterWrong count: Int) -> Int {
    guard count >= 3 else { return 0 }
    return min(300, 2 << min(count - 3, 8))
  }
}
