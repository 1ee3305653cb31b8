/** A value that must not reach an annotator, and where it is from ("models.name"). */
export interface Secret {
  label: string
  value: string
}

/** No form of a secret is shorter: it could be somewhere by chance. */
const prefixLength = 8
const bloomBits = 22

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const isAscii = (text: string) => [...text].every(character => character.charCodeAt(0) < 128)

/** The three ways in which base64 can hold these bytes in the middle of others, without the characters that depend on them. */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].map(before => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes])
    const skipped = before === 0 ? 0 : before + 1
    const whole = Math.floor((padded.length * 8) / 6)
    return padded.toString('base64').slice(skipped, whole)
  })
}

function stringForms(text: string): string[] {
  const json = JSON.stringify(text).slice(1, -1)
  const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const escaped = [...text].map(c => (isAscii(c) ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)).join('')
  const forms = [text, json, JSON.stringify(json).slice(1, -1), encodeURIComponent(text), encodeURI(text), html]
  return [...forms, html.replaceAll('"', '&quot;'), html.replaceAll('"', '&quot;').replaceAll("'", '&#x27;'), escaped]
}

/** The bytes of a text in UTF-8, each as one character: the form in which texts and bodies are compared. */
export const bytesAsText = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')

/** How a value may look on the line, in bytes: `folded` is compared without regard to case, `exact` with. */
export function secretForms(value: string): { folded: string[]; exact: string[] } {
  const bytes = Buffer.from(value, 'utf8')
  const folded = stringForms(value)
  folded.push(bytes.toString('hex'))
  const exact = base64Forms(bytes)
  if (uuid.test(value)) {
    const plain = value.replaceAll('-', '')
    folded.push(plain)
    exact.push(...base64Forms(Buffer.from(plain, 'hex')))
  }
  if (/^\d+$/.test(value)) folded.push(value.replace(/\B(?=(\d{3})+$)/g, ','), BigInt(value).toString(16))
  const unique = (forms: string[]) => [...new Set(forms.map(bytesAsText))]
  return {
    folded: unique(folded)
      .map(form => form.toLowerCase())
      .filter(form => form.length >= prefixLength),
    exact: unique(exact).filter(form => form.length >= prefixLength),
  }
}

/** A number of the eight characters at a place. */
function prefixKey(text: string, at: number): number {
  let key = 0
  for (let offset = 0; offset < prefixLength; offset++) key = Math.imul(key, 0x01000193) ^ text.charCodeAt(at + offset)
  return key >>> 0
}

/** Looks for thousands of needles in one pass: most places of a text are ruled out by one look into a table of bits. */
function makeMatcher(needles: { form: string; secret: Secret }[]) {
  const byPrefix = new Map<number, { form: string; secret: Secret }[]>()
  const bloom = new Uint8Array(1 << bloomBits)
  for (const needle of needles) {
    const key = prefixKey(needle.form, 0)
    bloom[key >>> (32 - bloomBits)] = 1
    byPrefix.set(key, [...(byPrefix.get(key) ?? []), needle])
  }
  return (text: string, found: Set<Secret>) => {
    for (let at = 0; at <= text.length - prefixLength; at++) {
      const key = prefixKey(text, at)
      if (bloom[key >>> (32 - bloomBits)] === 0) continue
      for (const { form, secret } of byPrefix.get(key) ?? []) if (text.startsWith(form, at)) found.add(secret)
    }
  }
}

/** Finds secrets in bytes (bytesAsText). Made once for many texts. */
export function makeSecretFinder(secrets: Secret[]) {
  const forms = secrets.map(secret => ({ secret, ...secretForms(secret.value) }))
  const folded = makeMatcher(forms.flatMap(({ secret, folded }) => folded.map(form => ({ form, secret }))))
  const exact = makeMatcher(forms.flatMap(({ secret, exact }) => exact.map(form => ({ form, secret }))))
  return {
    find(bytes: string): Secret[] {
      const found = new Set<Secret>()
      folded(bytes.toLowerCase(), found)
      exact(bytes, found)
      return [...found]
    },
  }
}
