extension Invocation {
  /// Puts a question to whoever sits at the terminal.
  func answersYes(to question: String) -> Bool {
    output.say(question)
    let answer = readLine() ?? ""
    return ["y", "Y", "yes", "是"].contains(answer.filter { !$0.isWhitespace })
  }
}
