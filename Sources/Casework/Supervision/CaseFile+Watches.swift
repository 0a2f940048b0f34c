extension CaseFile {
  /// What supervision watches at the case now; nothing where no rules are published.
  package func watches(under rules: CaseRules) -> [Watch] {
    guard rules.rulebook != nil else { return [] }
    return []
  }
}
