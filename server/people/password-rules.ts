/** Which new passwords are refused: too short, or among the first that anybody would try. */

export const shortestPassword = 12
export const longestPassword = 200

/** Keys of the `problems` messages. */
export type PasswordProblem =
  | 'passwordShort'
  | 'passwordLong'
  | 'passwordSimple'
  | 'passwordObvious'
  | 'passwordPersonal'

// What is left of the most used passwords when digits and punctuation around them are taken off.
const obviousWords = new Set(
  'password passwort passw0rd p@ssw0rd p@ssword motdepasse contraseña qwerty qwertyuiop qwertz azerty asdfgh asdfghjkl zxcvbn zxcvbnm letmein welcome iloveyou admin administrator login secret changeme trustno dragon monkey football baseball sunshine princess superman batman master shadow abc abcd abcdef abcdefgh test testing default guest user temp assay annotator'.split(
    ' ',
  ),
)

const isRun = (text: string) => {
  const steps = [...text].slice(1).map((character, at) => character.charCodeAt(0) - text.charCodeAt(at))
  return steps.every(step => step === 1 || step === -9) || steps.every(step => step === -1 || step === 9)
}

const isRepetition = (text: string) => {
  for (let length = 1; length <= text.length / 2; length++)
    if (text.startsWith(text.slice(0, length).repeat(Math.floor(text.length / length))) && length <= 4) return true
  return false
}

/** What is wrong with a new password, or null. `personal`: the person's e-mail and name, which are no secrets. */
export function findPasswordProblem(password: string, personal: readonly string[] = []): PasswordProblem | null {
  if ([...password].length < shortestPassword) return 'passwordShort'
  if (password.length > longestPassword) return 'passwordLong'
  const lower = password.toLowerCase()
  if (new Set(lower).size < 5 || isRun(lower) || isRepetition(lower)) return 'passwordSimple'
  const bare = lower.replace(/^[\d\p{P}\p{S}\s]+|[\d\p{P}\p{S}\s]+$/gu, '')
  const words = bare.split(/[\d\p{P}\p{S}\s]+/u)
  if (obviousWords.has(bare) || bare === '' || words.every(word => obviousWords.has(word))) return 'passwordObvious'
  // Names shorter than this turn up in good passwords by chance.
  const own = personal.flatMap(text => [text, text.split('@')[0] ?? '']).map(text => text.toLowerCase().trim())
  if (own.some(text => text.length >= 5 && lower.includes(text) && lower.length - text.length < 8))
    return 'passwordPersonal'
  return null
}
