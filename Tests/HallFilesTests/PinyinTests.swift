import HallFiles
import Testing

@Suite struct PinyinTests {
  private let pinyin: Pinyin

  init() throws {
    let path = try DataPlaces.find(.data, option: nil, environment: [:], executable: nil)
    pinyin = try HallFolder(path: path).pinyin()
  }

  @Test(arguments: [
    ("食品经营许可", "spjyxk"), ("重庆银行", "cqyh"), ("行业会计", "hykj"), ("长沙市市长", "csssz"),
    ("重新办理", "cxbl"), ("都江堰", "djy"), ("行政审批", "xzsp"), ("机动车行驶证", "jdcxsz"),
    ("单位", "dw"), ("调整、调查", "tzdc"), ("厦门大厦", "xmds"), ("增长", "zz"), ("给水", "js"),
    ("80周岁以上", "80zsys"), ("C1驾驶证", "c1jsz"), ("A1", "a1"),
    ("(二手房买卖)", "esfmm"), ("", ""), (" 、。", ""), ("😀é", ""),
  ])
  func `a text is read by its longest words`(text: String, initials: String) {
    #expect(pinyin.initials(of: text) == initials)
  }

  @Test(arguments: [
    ("曾小燕", ["zxy", "cxy"]), ("单文博", ["swb", "dwb"]), ("解家豪", ["xjh", "jjh"]),
    ("仇水根", ["qsg", "csg"]), ("朴永福", ["pyf"]), ("区天佑", ["oty", "qty"]),
    ("查慧敏", ["zhm", "chm"]), ("盖大勇", ["gdy"]), ("尉海波", ["whb"]), ("翟春花", ["zch", "dch"]),
    ("尉迟清月", ["ycqy"]), ("王芳", ["wf"]), ("单", ["d"]), ("", [""]),
  ])
  func `a name is found by both readings of its family name`(name: String, readings: [String]) {
    #expect(pinyin.readings(of: name) == readings)
  }
}
