package import Casework

extension TextBlank {
  /// The blank as a sentence names it.
  package func words(_ names: SpokenNames) -> Words {
    switch self {
    case .applicantName: Words("申请人姓名（名称）", "the applicant's name")
    case .applicantNumber: Words("申请人证件号码", "the applicant's number")
    case .applicantPhone: Words("申请人电话", "the applicant's telephone")
    case .applicantAddress: Words("申请人地址", "the applicant's address")
    case .legalRepresentative: Words("法定代表人（负责人）", "the legal representative")
    case .agentName: Words("代办人姓名", "the agent's name")
    case .agentNumber: Words("代办人证件号码", "the agent's number")
    case .agentPhone: Words("代办人电话", "the agent's telephone")
    case .deliveryAddress: Words("邮寄地址", "the address for the post")
    case .field(let key): names.fields([key])
    case .materialRemark(let number): remark(names.materials([number]))
    case .defectRemark(let number): remark(names.materials([number]))
    case .reason: Words("理由", "the reason")
    case .basis: Words("依据", "the legal basis")
    case .organ: Words("机关名称", "the organ")
    case .opinion: Words("意见", "the opinion")
    case .decision: Words("决定内容", "the decision")
    case .outcome: Words("结果", "the outcome")
    case .officers: Words("核查人员姓名", "the names of the officers")
    case .documentNumber: Words("文号", "the document number")
    case .certificateNumber: Words("证照编号", "the certificate's number")
    case .receiptNumber: Words("回执号", "the receipt's number")
    case .recipientName: Words("领取（签收）人姓名", "the recipient's name")
    case .recipientNumber: Words("领取人证件号码", "the recipient's number")
    case .witness: Words("见证人", "the witness")
    case .carrier: Words("寄递单位", "the carrier")
    case .waybill: Words("运单号", "the waybill")
    case .postalAddress: Words("收件地址", "the address of the parcel")
    case .ratingDetail: Words("评价内容", "what was said with the rating")
    case .remark: Words("说明", "the remark")
    case .lateReason: Words("补录理由", "the reason for the late entry")
    case .latePaper: Words("补录凭据编号", "the number of the paper that proves it")
    case .purpose: Words("办事内容", "the purpose")
    case .queue: Words("队列", "the queue")
    case .ticket: Words("排队号", "the number in the queue")
    }
  }

  private func remark(_ material: Words) -> Words {
    Words("\(material.zh)的备注", "the remark on \(material.en)")
  }
}

extension TextFault {
  /// What is so of a text, then what to do.
  package func words(about blank: Words) -> Words {
    let subject = Words(blank.zh, blank.en.prefix(1).uppercased() + blank.en.dropFirst())
    switch self {
    case .tooLong(let most):
      return Words(
        "\(subject.zh)超过 \(most) 个字；请写短些。",
        "\(subject.en) is longer than \(most) characters; shorten it.")
    case .unseen:
      return Words(
        "\(subject.zh)里有看不见的字符（控制字符、方向或零宽字符）；请删去重填。",
        "\(subject.en) holds characters that nobody sees (controls, marks of direction, joiners); enter it without them."
      )
    case .piled:
      return Words(
        "\(subject.zh)里有一个字叠了太多符号；请删去重填。",
        "\(subject.en) piles too many marks on one letter; enter it without them.")
    }
  }
}
