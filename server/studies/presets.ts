// Ready protocols with the defaults that practice asks for. A preset is nothing but a protocol.
import type { PresetName } from './preset-names'
import { blank } from './presets/blank'
import { expertRubric } from './presets/expert-rubric'
import { generalChat } from './presets/general-chat'
import { preference } from './presets/preference'
import { ranking } from './presets/ranking'
import { translation } from './presets/translation'
import { type Protocol, type ProtocolInput, protocolSchema } from './schema'

const presets: Record<PresetName, ProtocolInput> = {
  'general-chat': generalChat,
  translation,
  'expert-rubric': expertRubric,
  preference,
  ranking,
  blank,
}

/** The protocol of a preset; a fresh copy. */
export const presetProtocol = (name: PresetName): Protocol => protocolSchema.parse(presets[name])
