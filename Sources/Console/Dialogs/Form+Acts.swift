import Casework
import Deskwork

extension Form {
  /// What is asked, and then carried out, once the form is complete.
  func submission(_ context: Context) -> [Request] { [] }
}
