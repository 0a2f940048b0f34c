/// The two languages the console speaks.
package enum Language: String, Hashable, Sendable, CaseIterable, Codable {
  case zh, en
}

/// A wording in both languages, as data carries it.
package struct Words: Hashable, Sendable, Codable {
  package var zh: String
  package var en: String

  package init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  package subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}
