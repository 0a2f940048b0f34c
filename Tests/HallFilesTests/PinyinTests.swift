import Deskwork
import HallFiles
import Testing

@Suite struct PinyinTests {
  private let pinyin: Pinyin

  init() throws {
    let path = try DataPlaces.find(.data, option: nil, environment: [:], executable: nil)
    pinyin = try HallFolder(path: path).pinyin()
  }

  @Test(arguments: [
    ("食品经营许可", "shi pin jing ying xu ke"), ("重庆银行", "chong qing yin hang"),
    ("行业会计", "hang ye kuai ji"), ("长沙市市长", "chang sha shi shi zhang"),
    ("重新办理", "chong xin ban li"), ("都江堰", "du jiang yan"), ("行政审批", "xing zheng shen pi"),
    ("机动车行驶证", "ji dong che xing shi zheng"), ("单位", "dan wei"),
    ("调整、调查", "tiao zheng diao cha"), ("厦门大厦", "xia men da sha"), ("增长", "zeng zhang"),
    ("给水", "ji shui"), ("退还", "tui huan"), ("女方", "nv fang"), ("绿化", "lv hua"),
    ("80周岁以上", "8 0 zhou sui yi shang"), ("C1驾驶证", "c 1 jia shi zheng"), ("Ａ1", "a 1"),
    ("(二手房买卖)", "er shou fang mai mai"), ("〇", "ling"), ("", ""), (" 、。", ""), ("😀é", ""),
  ])
  func `a text is read by its longest words`(text: String, reading: String) {
    #expect(pinyin.spelling(of: text).text == reading)
  }

  @Test(arguments: [
    ("曾小燕", "zeng xiao yan"), ("曾小燕", "ceng xiao yan"), ("单文博", "shan wen bo"),
    ("单文博", "dan wen bo"), ("解家豪", "xie jia hao"), ("解家豪", "jie jia hao"),
    ("仇水根", "qiu shui gen"), ("仇水根", "chou shui gen"), ("朴永福", "piao yong fu"),
    ("朴永福", "pu yong fu"), ("区天佑", "ou tian you"), ("区天佑", "qu tian you"),
    ("查慧敏", "zha hui min"), ("查慧敏", "cha hui min"), ("盖大勇", "ge da yong"),
    ("盖大勇", "gai da yong"), ("翟春花", "zhai chun hua"), ("翟春花", "di chun hua"),
    ("任重", "ren zhong"), ("任重", "ren chong"), ("李长青", "li chang qing"),
    ("李长青", "li zhang qing"), ("王乐", "wang le"), ("王乐", "wang yue"),
    ("尉迟清月", "yu chi qing yue"), ("王芳", "wang fang"), ("单", "dan"), ("单", "shan"),
  ])
  func `a name is found by each of its readings`(name: String, reading: String) {
    #expect(pinyin.readings(of: name).map(\.text).contains(reading))
  }

  /// U+FA08 is 行 by another code, for which words are found all the same.
  @Test(arguments: [("银行", "银\u{FA08}"), ("行业", "\u{FA08}业")])
  func `a word is read alike by whatever codes it is written`(_ usual: String, _ other: String) {
    #expect(Array(usual.unicodeScalars) != Array(other.unicodeScalars))
    #expect(pinyin.spelling(of: other) == pinyin.spelling(of: usual))
    #expect(pinyin.spelling(of: usual).syllables.contains("hang"))
  }

  @Test func `a family name is read as one first, and no name has more than a few readings`() {
    #expect(pinyin.readings(of: "单重长乐").first?.text == "shan zhong chang le")
    #expect((2...6).contains(pinyin.readings(of: "单重长乐").count))
    #expect(pinyin.readings(of: "王芳").map(\.text) == ["wang fang"])
    #expect(pinyin.readings(of: "重庆长乐餐饮有限公司").count == 1)
  }

  /// 〇 apart, the table has every character of the block that has a reading at all.
  @Test func `what is in common use has a reading`() {
    for scalar
      in "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
      .unicodeScalars
    {
      let reading = pinyin.spelling(of: String(scalar))
      if reading.syllables.count != 1 { Issue.record("\(scalar)") }
    }
  }
}
