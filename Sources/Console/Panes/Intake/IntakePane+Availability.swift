import Casework
import Deskwork
import TerminalUI

/// Why a key cannot be used now, in the words of the rules where there are rules.
extension IntakePane {
  static func hasItem(_ state: State, _ context: Context) -> Availability {
    state.receipt != nil || state.form.sheet != nil
      ? .available : .unavailable(context.say("先选事项", "Choose the item first"))
  }

  static func isNew(_ state: State, _ context: Context) -> Availability {
    guard state.form.open == nil else {
      return .unavailable(
        context.say("本件已经收件,申请人不再改", "The case is taken in; its people stay as they are"))
    }
    return hasItem(state, context)
  }

  static func onMaterial(_ state: State, _ context: Context) -> Availability {
    material(state) == nil
      ? .unavailable(context.say("先把光标移到一项材料", "Move to a material first"))
      : .available
  }

  static func mayBeDefective(_ state: State, _ context: Context) -> Availability {
    guard material(state) != nil else { return onMaterial(state, context) }
    switch state.form.purpose {
    case .application, .ending: return .available
    case .correction, .examinationCorrection, .deferredMaterials:
      return .unavailable(
        context.say("补来的材料不合格就不收,请当场退回", "What is brought now and not in order is handed back"))
    }
  }

  static func onReceived(_ state: State, _ context: Context) -> Availability {
    guard let wanted = material(state) else { return onMaterial(state, context) }
    return state.form.materials[wanted.number]?.status == .received
      ? .available : .unavailable(context.say("这项还没有收到", "It has not been received"))
  }

  static func mayDefer(_ state: State, _ context: Context) -> Availability {
    guard let wanted = material(state) else { return onMaterial(state, context) }
    return wanted.isDeferrable
      ? .available : refused(.notDeferrable([wanted.number]), state, context)
  }

  static func mayShare(_ state: State, _ context: Context) -> Availability {
    guard let wanted = material(state) else { return onMaterial(state, context) }
    return wanted.isShareable
      ? .available
      : .unavailable(
        context.say(
          "第\(wanted.number)项没有共享来源;请申请人提交",
          "Material \(wanted.number) cannot be fetched; the applicant brings it"))
  }

  static func mayBeElectronic(_ state: State, _ context: Context) -> Availability {
    guard let wanted = material(state) else { return onMaterial(state, context) }
    return wanted.medium != .paper
      ? .available
      : .unavailable(
        context.say("第\(wanted.number)项只收纸质", "Material \(wanted.number) is wanted on paper"))
  }

  static func mayCommit(_ state: State, _ context: Context) -> Availability {
    guard let wanted = material(state), let sheet = state.form.sheet else {
      return onMaterial(state, context)
    }
    guard sheet.allowsNotifiedCommitment else {
      return refused(.commitmentNotOffered, state, context)
    }
    return wanted.share == .commitment
      ? .available : refused(.notReplaceableByCommitment([wanted.number]), state, context)
  }

  static func mayBeLeftOut(_ state: State, _ context: Context) -> Availability {
    guard let wanted = material(state) else { return onMaterial(state, context) }
    return wanted.need != .required
      ? .available
      : .unavailable(
        context.say("第\(wanted.number)项是必交材料", "Material \(wanted.number) is required"))
  }

  private static func material(_ state: State) -> MaterialRequirement? {
    guard state.receipt == nil, case .material(let number) = state.form.focus else { return nil }
    return state.form.sheet?.material(number)
  }

  private static func refused(
    _ refusal: Refusal, _ state: State, _ context: Context
  ) -> Availability {
    .unavailable(
      refusal.sentence(in: context.language, names: context.names(state.form.sheet)))
  }
}
