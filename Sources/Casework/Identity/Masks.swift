extension Identity {
  /// The number as lists show it (532301********0127); an organisation's is public.
  package var maskedNumber: String {
    if kind.isOfOrganisation { return number }
    let length = number.count
    switch length {
    case 15...: return number.masked(keeping: 6, 4)
    case 7...14: return number.masked(keeping: 2, 2)
    default: return number.masked(keeping: 1, 0)
    }
  }
}

/// A person's name as lists show it (张*三).
package func maskedName(_ name: String) -> String {
  name.count < 3 ? name.masked(keeping: 1, 0) : name.masked(keeping: 1, 1)
}

/// A telephone number as lists show it (138****1234).
package func maskedPhone(_ phone: String) -> String {
  let parts = phone.split(separator: "-", omittingEmptySubsequences: false)
  if parts.count > 1 {
    return "\(parts[0])-\(String(parts[1]).masked(keeping: 0, 4))"
  }
  return phone.count >= 11 ? phone.masked(keeping: 3, 4) : phone.masked(keeping: 0, 4)
}

/// A sentence with the resident IDs and mobile numbers in it masked; for what quotes what was typed.
package func maskedNumbers(in text: String) -> String {
  var shown = ""
  var run = ""
  for character in text {
    if character.isASCII, character.isLetter || character.isNumber {
      run.append(character)
    } else {
      shown += run.maskedIfPersonal
      shown.append(character)
      run = ""
    }
  }
  return shown + run.maskedIfPersonal
}

/// What somebody typed, for a sentence that says it again: masked, in one line, and not at length.
package func quoted(_ typed: String) -> String {
  var shown = String.UnicodeScalarView()
  for scalar in typed.unicodeScalars.prefix(longestQuoted) {
    shown.append(scalar.isUnseen ? "?" : scalar)
  }
  return maskedNumbers(in: String(shown))
    + (typed.unicodeScalars.count > longestQuoted ? "……" : "")
}

private let longestQuoted = 60

extension String {
  fileprivate var maskedIfPersonal: String {
    let digits = utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    switch (count, digits) {
    case (15, 15), (18, 17...18): return masked(keeping: 6, 4)
    case (11, 11) where hasPrefix("1"): return masked(keeping: 3, 4)
    default: return self
    }
  }

  fileprivate func masked(keeping first: Int, _ last: Int) -> String {
    let hidden = max(0, count - first - last)
    guard hidden > 0 else { return String(repeating: "*", count: count) }
    return prefix(first) + String(repeating: "*", count: hidden) + suffix(last)
  }
}
