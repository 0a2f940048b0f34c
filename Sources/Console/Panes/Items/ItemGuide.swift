import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// What an applicant has to know of an item, as lines to read.
struct ItemGuide {
  let sheet: ImplementationSheet
  let context: Context
  let columns: Int
  let glyphs: Glyphs

  var lines: [[Span]] {
    head + limits + conditions + materials + result + procedures + route + source
  }

  /// What one looks up while taking an application in.
  var besideTheForm: [[Span]] { conditions + result + procedures + route + source }

  private var head: [[Span]] {
    [[Span("\(sheet.id) \(context.say(sheet.name))", .heading)]]
      + wrapped(
        [
          context.name(sheet.department), context.say(sheet.kind.name),
          context.say(sheet.handling.label), context.say(sheet.audience.label),
          context.say(sheet.scope), sheet.codes.basic,
        ].filter { !$0.isEmpty }.joined(separator: "  "), role: .hint)
  }

  private var limits: [[Span]] {
    labelled(
      context.say("期限", "Limits"),
      context.say("承诺", "promised ") + Wording.limit(sheet.committedLimit, context)
        + context.say("  法定", "; by law ") + Wording.limit(sheet.statutoryLimit, context)
        + context.say("  到现场\(sheet.onSiteVisits)次", "; visits: \(sheet.onSiteVisits)"))
      + labelled(context.say("收费", "Fee"), context.say(sheet.fee.summary))
  }

  private var conditions: [[Span]] {
    guard !sheet.conditions.isEmpty else { return [] }
    return heading(context.say("受理条件", "Conditions"))
      + sheet.conditions.enumerated().flatMap { item("\($0 + 1)", context.say($1)) }
  }

  private var materials: [[Span]] {
    heading(context.say("材料 \(sheet.materials.count)项", "Materials: \(sheet.materials.count)"))
      + sheet.materials.flatMap { material in
        item(
          "\(material.number)",
          context.say(material.name) + "  [" + Wording.demand(material, context) + "]")
      }
  }

  private var result: [[Span]] {
    let validity = context.say(sheet.result.validity)
    let methods = sheet.deliveryMethods.map { Wording.name($0, context) }
      .joined(separator: context.say("、", ", "))
    return labelled(
      context.say("结果", "Result"),
      context.say(sheet.result.name)
        + (validity.isEmpty ? "" : context.say("  有效期 ", "; validity: ") + validity))
      + labelled(context.say("领取", "Delivery"), methods)
  }

  private var procedures: [[Span]] {
    let names = sheet.specialProcedures.map { context.say($0.name) }
    return labelled(
      context.say("特别程序", "Special procedures"),
      names.isEmpty ? context.say("无", "none") : names.joined(separator: context.say("、", ", ")))
      + labelled(
        context.say("告知承诺", "Notification-commitment"),
        sheet.allowsNotifiedCommitment
          ? context.say("可以", "offered") : context.say("不实行", "not offered"))
  }

  private var route: [[Span]] {
    heading(context.say("办理环节", "Route"))
      + sheet.route.enumerated().flatMap { index, step -> [[Span]] in
        let parties = step.parties.map { party -> String in
          let part =
            party.part == .lead ? context.say("主办", "lead") : context.say("会办", "consulted")
          let limit = party.limit.map { " " + Wording.limit($0, context) } ?? ""
          return "\(context.name(party.department)) \(context.say(party.office)) (\(part)\(limit))"
        }
        let limit = Wording.limit(step.limit, context)
        let stops =
          step.countsTowardLimit ? "" : context.say(" 不计入期限", ", not counted")
        return item(
          "\(index + 1)",
          "\(context.say(step.name))  \(limit)\(stops)  "
            + parties.joined(separator: context.say("、", "; ")))
      }
  }

  private var source: [[Span]] {
    labelled(context.say("依据", "Basis"), sheet.basis)
      + (sheet.note.isEmpty ? [] : labelled(context.say("说明", "Note"), sheet.note))
      + labelled(context.say("来源", "Source"), sheet.source)
  }

  private func heading(_ text: String) -> [[Span]] { [[Span(text, .label)]] }

  private func labelled(_ label: String, _ text: String) -> [[Span]] {
    let indent = glyphs.columns(of: label) + 1
    return hanging(Span(label + " ", .label), text, indent)
  }

  private func item(_ number: String, _ text: String) -> [[Span]] {
    let mark = String(repeating: " ", count: max(0, 2 - number.count)) + number + " "
    return hanging(Span(mark, .key), text, 3)
  }

  /// The text wrapped behind its mark, later lines below the first.
  private func hanging(_ mark: Span, _ text: String, _ indent: Int) -> [[Span]] {
    glyphs.wrapped(text, to: max(10, columns - indent)).enumerated().map { index, line in
      index == 0
        ? [mark, Span(line)] : [Span(String(repeating: " ", count: indent)), Span(line)]
    }
  }

  private func wrapped(_ text: String, role: Role) -> [[Span]] {
    glyphs.wrapped(text, to: max(10, columns)).map { [Span($0, role)] }
  }
}

extension Wording {
  static func name(_ method: DeliveryMethod, _ context: Context) -> String {
    switch method {
    case .counter: context.say("窗口领取", "at the counter")
    case .post: context.say("邮寄", "by post")
    }
  }

  /// How many of a material, and what else may stand for it: 原1复1 容缺 共享.
  static func demand(
    _ material: MaterialRequirement, _ context: Context, isShort: Bool = false
  ) -> String {
    ([pieces(material, context, isShort: isShort)] + leeway(material, context, isShort: isShort))
      .joined(separator: " ")
  }

  private static func pieces(
    _ material: MaterialRequirement, _ context: Context, isShort: Bool
  ) -> String {
    let (originals, copies) = (material.originals, material.copies)
    guard originals + copies > 0 else { return context.say("电子", "file") }
    if !isShort, context.language == .en {
      return [(originals, "original"), (copies, "copy")].filter { $0.0 > 0 }
        .map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
    return counted(originals, copies, context)
  }

  /// Originals and copies in the room of a column: 原1复1, or 1+1.
  static func counted(_ originals: Int, _ copies: Int, _ context: Context) -> String {
    context.say(
      (originals > 0 ? "原\(originals)" : "") + (copies > 0 ? "复\(copies)" : ""),
      "\(originals)+\(copies)")
  }

  /// In one word each, what the rules of a material allow.
  static func leeway(
    _ material: MaterialRequirement, _ context: Context, isShort: Bool
  ) -> [String] {
    var words: [String] = []
    switch material.need {
    case .required: break
    case .optional: words.append(context.say("选交", isShort ? "opt." : "optional"))
    case .deferrable: words.append(context.say("容缺", isShort ? "defer" : "deferrable"))
    }
    switch material.share {
    case .none: break
    case .electronicCertificate, .sharedData:
      words.append(context.say("共享", isShort ? "share" : "shared"))
    case .commitment: words.append(context.say("承诺", isShort ? "commit" : "commitment"))
    }
    if material.checksOriginal, !isShort { words.append(context.say("核原件", "compare")) }
    return words
  }
}
