/// What two hands are for: acts on one case that no one person may do both of.
///
/// Each names the refusal whoever tries it meets with.
package enum Separation: String, CaseIterable {
  case takenInAndDecided = "took-the-case-in"
  case examinedAndDecided = "examined-the-case"
  case decidedAndReleased = "took-part-in-decision"
  case enteredLateAndWitnessed = "witness-is-actor"
}
