// For tests: reads the tags of HTML that React wrote, where text and attribute values never hold a bare "<" or quote.

export interface RenderedTag {
  name: string
  attributes: Record<string, string>
}

export function renderedTags(html: string): RenderedTag[] {
  return [...html.matchAll(/<([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(
    ([, name = '', rest = '']) => ({
      name: name.toLowerCase(),
      attributes: Object.fromEntries(
        [...rest.matchAll(/\s+([\w:-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [
          key.toLowerCase(),
          value,
        ]),
      ),
    }),
  )
}

const loads = new Set([
  'src',
  'srcset',
  'href',
  'xlink:href',
  'action',
  'formaction',
  'poster',
  'data',
  'ping',
  'background',
])
const allowedTags =
  /^(div|span|p|h[1-6]|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|pre|code|em|strong|del|sup|sub|br|hr|mark|section|figure|figcaption|button|svg|path|rect|title)$/
const allowedAttributes =
  /^(class|dir|lang|data-(hidden|address|link|image|align|footnotes)|start|role|aria-[a-z]+|type|title|hidden|tabindex|data-slot|xmlns|width|height|viewbox|fill|stroke(-[a-z]+)?|d|x|y|rx|ry)$/

/** What in this HTML could run, load, navigate, restyle or be found by name; empty when nothing can. */
export function dangersOf(html: string): string[] {
  return renderedTags(html).flatMap(({ name, attributes }) => [
    ...(allowedTags.test(name) ? [] : [`<${name}>`]),
    ...Object.entries(attributes).flatMap(([key, value]) =>
      key.startsWith('on') || loads.has(key) || !allowedAttributes.test(key) ? [`<${name} ${key}="${value}">`] : [],
    ),
  ])
}
