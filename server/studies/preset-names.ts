// The names of presets on the command line, in the API and in the page's address.

export const presetNames = ['general-chat', 'translation', 'expert-rubric', 'preference', 'ranking', 'blank'] as const
export type PresetName = (typeof presetNames)[number]
