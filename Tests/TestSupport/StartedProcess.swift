package import Glibc

/// The system's number of why a program was not started.
package struct NotStarted: Error {
  package var number: Int32
}

/// Begins a program, looked for where programs lie unless its name is a path; the first of its words
/// is the name it is called by. Its input, output and remarks are files, of which the last two are
/// made.
package func startProcess(
  _ program: String, _ words: [String], _ environment: [String: String],
  files: [String] = ["/dev/null", "/dev/null", "/dev/null"]
) throws(NotStarted) -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  for (number, file) in files.enumerated() {
    let flags = number == 0 ? O_RDONLY : O_WRONLY | O_CREAT
    posix_spawn_file_actions_addopen(&actions, Int32(number), file, flags, 0o600)
  }
  let arguments = words.map { strdup($0) } + [nil]
  let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { for word in arguments + variables { free(word) } }
  var process: pid_t = 0
  let code = posix_spawnp(&process, program, &actions, nil, arguments, variables)
  guard code == 0 else { throw NotStarted(number: code) }
  return process
}

/// Waits for the end of a child of this process, so long at most; then it is killed.
package func endOfProcess(_ process: pid_t, within time: Duration) -> Int32 {
  let deadline = ContinuousClock.now + time
  var status: Int32 = 0
  var pause: UInt32 = 500
  while true {
    let ended = waitpid(process, &status, WNOHANG)
    if ended == process { break }
    if ended < 0, errno != EINTR { return Int32.min }
    if ContinuousClock.now >= deadline { kill(process, SIGKILL) }
    usleep(pause)
    pause = min(pause * 2, 5_000)
  }
  return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
}
