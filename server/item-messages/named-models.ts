// Keeps a reply from naming what is under evaluation.

/** Letters and digits of any script, in lower case: "GPT-4 Turbo" and "gpt4turbo" are one name. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** Names too short to be told from other words are compared as whole words. */
const shortName = 4

/** The models that a text names, as they are called in the study. */
export function namedModels(text: string, names: readonly string[]): string[] {
  const all = bare(text)
  const parts = new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  )
  return names.filter(name => {
    const wanted = bare(name)
    return wanted.length > shortName ? all.includes(wanted) : wanted !== '' && parts.has(wanted)
  })
}
