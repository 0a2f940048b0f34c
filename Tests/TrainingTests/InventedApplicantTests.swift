import Casework
import Deskwork
import Testing
import Training
import WorkCalendar

struct InventedApplicantTests {
  @Test func `every invented number holds, and none belongs to two people`() throws {
    let hall = try TrainingHall.furnished(cases: 200, seed: 4)
    var names: [Identity: String] = [:]
    for row in try hall.rows() {
      #expect(row.applicantIdentity.problem(on: DemoHall.moment.date) == nil)
      #expect(
        names.updateValue(row.applicantName, forKey: row.applicantIdentity) ?? row.applicantName
          == row.applicantName)
    }
    #expect(names.count < 200)
  }
}
