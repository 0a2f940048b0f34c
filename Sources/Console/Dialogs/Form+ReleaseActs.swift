import Casework
import Deskwork

extension Form {
  /// What leads from a filled form of the release counter to the act.
  func releaseSubmission(_ context: Context) -> [Request] { [] }
}
