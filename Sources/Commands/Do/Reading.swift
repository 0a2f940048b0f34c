import Casework

extension Identity {
  static func read(_ it: inout Members) throws(Malformed) -> Identity {
    var identity = try it.object("identity")
    let read = Identity(kind: try identity.choice("kind"), number: try identity.text("number"))
    try identity.finish()
    return read
  }
}

extension Applicant {
  static func read(_ members: inout Members) throws(Malformed) -> Applicant {
    var it = try members.object("applicant")
    let applicant = Applicant(
      kind: try it.choice("kind"), name: try it.text("name"), identity: try .read(&it),
      phone: try it.textIfAny("phone") ?? "", address: try it.textIfAny("address") ?? "",
      legalRepresentative: try it.textIfAny("legalRepresentative") ?? "")
    try it.finish()
    return applicant
  }
}

extension Recipient {
  static func read(_ members: inout Members) throws(Malformed) -> Recipient {
    var it = try members.object("recipient")
    let recipient = Recipient(
      name: try it.text("name"), relation: try it.choice("relation"), identity: try .read(&it))
    try it.finish()
    return recipient
  }
}

extension MaterialReceived {
  static func read(_ it: inout Members) throws(Malformed) -> MaterialReceived {
    let material = MaterialReceived(
      number: try it.number("number"), status: try it.choice("status"),
      originals: try count("originals", &it), copies: try count("copies", &it),
      isCheckedAgainstOriginal: try it.truth("isCheckedAgainstOriginal"),
      remark: try it.textIfAny("remark") ?? "")
    try it.finish()
    return material
  }

  static func readAll(_ members: inout Members) throws(Malformed) -> [MaterialReceived] {
    var materials: [MaterialReceived] = []
    for var it in try members.objects("materials") {
      let material = try read(&it)
      guard !materials.contains(where: { $0.number == material.number }) else {
        throw it.wrong(
          "number", Words("没有写过的材料号", "a material that is not in the list already"))
      }
      materials.append(material)
    }
    return materials
  }

  private static func count(_ key: String, _ it: inout Members) throws(Malformed) -> Int {
    let count = try it.numberIfAny(key) ?? 0
    guard (0...1_000).contains(count) else {
      throw it.wrong(key, Words("0 到 1000 的份数", "a count from 0 to 1000"))
    }
    return count
  }
}

extension Defect {
  static func readAll(_ members: inout Members) throws(Malformed) -> [Defect] {
    var defects: [Defect] = []
    for var it in try members.objects("defects") {
      defects.append(
        Defect(
          material: try it.number("material"), kind: try it.choice("kind"),
          remark: try it.text("remark")))
      try it.finish()
    }
    return defects
  }
}

extension FieldValue {
  static func readAll(_ members: inout Members) throws(Malformed) -> [FieldValue] {
    guard var it = try members.objectIfAny("fields") else { return [] }
    return try it.everyText().map { FieldValue(key: $0.key, value: $0.value) }
  }
}
