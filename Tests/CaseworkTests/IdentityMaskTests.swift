import Casework
import Testing

@Suite struct IdentityMaskTests {
  @Test(arguments: [
    (IdentityKind.residentID, "532301199003070127", "532301********0127"),
    (.creditCode, "91350100M000100Y43", "91350100M000100Y43"),
    (.passport, "E12345678", "E1*****78"), (.other, "证7", "证*"), (.other, "7", "*"),
  ])
  func `a list hides the middle of a person's number`(
    kind: IdentityKind, number: String, shown: String
  ) {
    #expect(Identity(kind: kind, number: number).maskedNumber == shown)
  }

  @Test(arguments: [("张三", "张*"), ("张小三", "张*三"), ("欧阳小三", "欧**三"), ("张", "*"), ("", "")])
  func `a list hides the middle of a name`(name: String, shown: String) {
    #expect(maskedName(name) == shown)
  }

  @Test(arguments: [
    ("13800001234", "138****1234"), ("0599-7654321", "0599-***4321"), ("123", "***"), ("", ""),
  ])
  func `a list hides the middle of a phone number`(phone: String, shown: String) {
    #expect(maskedPhone(phone) == shown)
  }

  @Test func `every kind of paper has its name in both languages and its own code`() {
    for kind in IdentityKind.allCases {
      #expect(!kind.label.zh.isEmpty && !kind.label.en.isEmpty && kind.code.count == 3)
    }
    #expect(Set(IdentityKind.allCases.map(\.label)).count == IdentityKind.allCases.count)
  }

  @Test func `a sentence keeps its words and loses the numbers of persons`() {
    let sentences = [
      ("找不到办件「532301199003070127」", "找不到办件「532301********0127」"),
      ("no 53230119900307012X, 13800001234", "no 532301********012X, 138****1234"),
      ("YC202603110007 0311-0007 153", "YC202603110007 0311-0007 153"),
      (
        "1153990109990002464530131905000202603020007", "1153990109990002464530131905000202603020007"
      ),
    ]
    for (text, shown) in sentences { #expect(maskedNumbers(in: text) == shown) }
  }
}
