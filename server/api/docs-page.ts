// The OpenAPI document as a page for people: one HTML text without a script, so that the strictest policy lets it be.
import { problemKinds } from './api-problem'
import { docsStyle } from './docs-style'
import type { OpenApiDocument, OpenApiOperation } from './openapi-document'

type Json = Record<string, unknown>

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const text = (value: unknown): string => String(value).replace(/[&<>"']/g, mark => escapes[mark] ?? mark)
/** Text in which `code` may stand. */
const prose = (value: string): string =>
  value
    .split(/\n{2,}/)
    .map(part => `<p>${text(part).replace(/`([^`]+)`/g, '<code>$1</code>')}</p>`)
    .join('')

function typeOf(schema: Json): string {
  if (Array.isArray(schema.enum)) return schema.enum.map(value => JSON.stringify(value)).join(' | ')
  if ('const' in schema) return JSON.stringify(schema.const)
  const options = (schema.anyOf ?? schema.oneOf) as Json[] | undefined
  if (options) return [...new Set(options.map(typeOf))].join(' | ')
  if (schema.type === 'array') return `list of ${typeOf((schema.items as Json | undefined) ?? {})}`
  if (Array.isArray(schema.type)) return schema.type.join(' | ')
  return typeof schema.type === 'string' ? [schema.type, schema.format].filter(Boolean).join(', ') : 'anything'
}

const limits = (schema: Json) =>
  [
    'default' in schema ? `default ${JSON.stringify(schema.default)}` : '',
    typeof schema.minLength === 'number' ? `at least ${schema.minLength} characters` : '',
    typeof schema.maxLength === 'number' ? `at most ${schema.maxLength} characters` : '',
    typeof schema.minimum === 'number' && schema.minimum > -9e15 ? `from ${schema.minimum}` : '',
    typeof schema.maximum === 'number' && schema.maximum < 9e15 ? `to ${schema.maximum}` : '',
  ]
    .filter(Boolean)
    .join(', ')

const row = (name: string, schema: Json, required: boolean, about = String(schema.description ?? '')) =>
  `<tr><th scope="row"><code>${text(name)}</code>${required ? ' <b>required</b>' : ''}</th><td><span class="type">${text(typeOf(schema))}</span>${
    limits(schema) ? `<span class="limits">${text(limits(schema))}</span>` : ''
  }</td><td>${text(about)}</td></tr>`

const table = (caption: string, rows: string) =>
  rows &&
  `<div class="scroll" role="region" aria-label="${text(caption)}" tabindex="0"><table><caption>${text(caption)}</caption><thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead><tbody>${rows}</tbody></table></div>`

/** The fields of an object, those below them indented by their path; three levels deep. */
function fields(schema: Json, above = '', level = 0): string {
  const properties = (schema.properties ?? {}) as Record<string, Json>
  const required = (schema.required ?? []) as string[]
  return Object.entries(properties)
    .map(([name, field]) => {
      const path = `${above}${name}`
      const inner = field.type === 'array' ? ((field.items as Json | undefined) ?? {}) : field
      const below = level < 2 ? fields(inner, `${path}${field.type === 'array' ? '[].' : '.'}`, level + 1) : ''
      return row(path, field, required.includes(name)) + below
    })
    .join('')
}

function bodies(caption: string, content: Record<string, { schema?: Json }> | undefined): string {
  if (!content) return ''
  const types = Object.keys(content)
    .map(type => `<code>${text(type)}</code>`)
    .join(', ')
  const schema = content['application/json']?.schema
  return `<p>${text(caption)}: ${types}</p>${schema ? table(caption, fields(schema)) : ''}`
}

function operationHtml(path: string, method: string, operation: OpenApiOperation): string {
  const parameters = operation.parameters ?? []
  const answers = Object.entries(operation.responses)
  const success = answers.find(([status]) => status.startsWith('2'))
  const content = success?.[1].content as Record<string, { schema?: Json }> | undefined
  const statuses = answers.map(([status]) => status).join(', ')
  return `<section id="${text(operation.operationId)}" aria-labelledby="${text(operation.operationId)}-title">
<h3 id="${text(operation.operationId)}-title">${text(operation.summary)}</h3>
<p class="line"><span class="method ${text(method)}">${text(method.toUpperCase())}</span> <code>${text(path)}</code></p>
${prose(operation.description)}
<details><summary>Details of ${text(operation.operationId)}</summary>
${table('Parameters', parameters.map(one => row(one.name, one.schema, one.required, one.description ?? '')).join(''))}
${bodies('Body', operation.requestBody?.content)}
${bodies(`Answer ${success?.[0] ?? ''}`, content)}
<p>Statuses: ${text(statuses)}</p>
</details></section>`
}

/** @param document as made by `openApiDocument` */
export function docsPage(document: OpenApiDocument): string {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const groups = document.tags.map(({ name }) => ({
    name,
    operations: all.filter(({ operation }) => operation.tags.includes(name)),
  }))
  const contents = groups
    .map(
      group =>
        `<li>${text(group.name)}<ul>${group.operations
          .map(({ operation }) => `<li><a href="#${text(operation.operationId)}">${text(operation.summary)}</a></li>`)
          .join('')}</ul></li>`,
    )
    .join('')
  const problems = Object.entries(problemKinds)
    .map(
      ([code, { status, title }]) =>
        `<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${status}</td><td>${text(title)}</td></tr>`,
    )
    .join('')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Assay API</title><style>${docsStyle}</style></head>
<body><nav aria-label="Operations"><p class="product">Assay API</p><ul>${contents}<li><a href="#problems">Problems</a></li></ul></nav>
<main><h1>Assay API</h1>
<p>Address: <code>${text(document.servers[0]?.url ?? '')}</code> · <a href="openapi.json">OpenAPI 3.1 document</a></p>
${prose(document.info.description)}
${groups
  .map(
    group =>
      `<h2>${text(group.name)}</h2>${group.operations.map(({ path, method, operation }) => operationHtml(path, method, operation)).join('')}`,
  )
  .join('')}
<h2 id="problems">Problems</h2><div class="scroll" role="region" aria-label="Problems" tabindex="0"><table><thead><tr><th scope="col">Kind</th><th scope="col">Status</th><th scope="col">Title</th></tr></thead><tbody>${problems}</tbody></table></div>
</main></body></html>`
}
