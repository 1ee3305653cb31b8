// One operation of the public API: from this one description come its route, its checks, its authorisation and its part
// of the OpenAPI document, so that none of them can say something else than the others.
import { z } from 'zod'
import type { AdminAccess, ApiKeyAccess, StudyAccess } from '../people/access'
import type { ApiScope } from '../people/schema'

export type ApiMethod = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** key: any key. lab: keys that are not limited to a study. study: keys that reach the study of the address. */
export type Reach = 'key' | 'lab' | 'study'

/** A file in the body: what was sent is on disk, and can be read more than once. */
export interface GivenFile {
  byteSize: number
  /** Of the body, without parameters. */
  type: string
  read: () => AsyncIterable<Uint8Array>
}

/** A file in the answer. */
export interface FileAnswer {
  type: string
  fileName: string
  body: string | Uint8Array<ArrayBuffer>
}

/** What an operation gets. */
export interface Asked<Path, Query, Body> {
  key: ApiKeyAccess
  admin: AdminAccess
  path: Path
  query: Query
  body: Body
  file: GivenFile
  /** Of lists: how many rows, and the key of the row before them. */
  page: { limit: number; after: unknown }
  /** Of files: a key of `formats`. */
  format: string
  headers: Headers
}

export type Given =
  | { kind: 'none' }
  | { kind: 'json'; schema: z.ZodType }
  | { kind: 'file'; types: readonly string[]; about: string }

export type Answered =
  | { kind: 'none' }
  | { kind: 'json'; status: 200 | 201 | 202; schema: z.ZodType }
  /** `lines`: all of it as JSON lines, where that is asked for. `cursor`: what keys look like. */
  | { kind: 'page'; row: z.ZodType; cursor: z.ZodType; lines: boolean }
  /** A file as it is kept: there is one representation of it. */
  | { kind: 'download'; about: string }
  /** Format → media type; the first is the default. */
  | { kind: 'file'; formats: Record<string, string>; about: string }

export interface Operation {
  id: string
  method: ApiMethod
  /** "/studies/{study}/items". */
  path: string
  tag: string
  summary: string
  about?: string
  scope: ApiScope
  reach: Reach
  parameters: z.ZodObject
  query: z.ZodObject
  given: Given
  answered: Answered
  run: (asked: Asked<unknown, unknown, unknown>, study: StudyAccess | null) => Promise<unknown>
}

type Shape = z.core.$ZodLooseShape

interface Described<Path extends Shape, Query extends Shape, Body extends z.ZodType> {
  id: string
  method: ApiMethod
  path: string
  tag: string
  summary: string
  about?: string
  parameters?: Path
  query?: Query
  /** A JSON body. */
  body?: Body
  file?: { types: readonly string[]; about: string }
  answered: Answered
}

type Input<Path extends Shape, Query extends Shape, Body extends z.ZodType> = Asked<
  z.output<z.ZodObject<Path>>,
  z.output<z.ZodObject<Query>>,
  z.output<Body>
>

/** A page of rows, a file, or a body, as `answered` says. */
type Outcome = Promise<unknown>

const describe = <Path extends Shape, Query extends Shape, Body extends z.ZodType>(
  { parameters, query, body, file, ...rest }: Described<Path, Query, Body>,
  reach: Reach,
  run: (asked: never, study: never) => Outcome,
): Operation => ({
  ...rest,
  reach,
  scope: rest.method === 'GET' ? 'READ' : 'WRITE',
  parameters: z.strictObject(parameters ?? {}),
  query: z.strictObject(query ?? {}),
  given: body ? { kind: 'json', schema: body } : file ? { kind: 'file', ...file } : { kind: 'none' },
  run: run as unknown as Operation['run'],
})

type Empty = Record<never, never>

/** Of no study. `limited`: what keys of one study may do, too. */
export const keyOperation = <
  Path extends Shape = Empty,
  Query extends Shape = Empty,
  Body extends z.ZodType = z.ZodUndefined,
>(
  described: Described<Path, Query, Body>,
  run: (asked: Input<Path, Query, Body>) => Outcome,
): Operation => describe(described, 'key', run as never)

/** Of the whole lab: keys that are limited to a study may not. */
export const labOperation = <
  Path extends Shape = Empty,
  Query extends Shape = Empty,
  Body extends z.ZodType = z.ZodUndefined,
>(
  described: Described<Path, Query, Body>,
  run: (asked: Input<Path, Query, Body>) => Outcome,
): Operation => describe(described, 'lab', run as never)

/** Of the study that the address names: `study` is the proof that the key reaches it. */
export const studyOperation = <
  Path extends Shape = Empty,
  Query extends Shape = Empty,
  Body extends z.ZodType = z.ZodUndefined,
>(
  described: Described<Path, Query, Body>,
  run: (asked: Input<Path, Query, Body>, study: StudyAccess) => Outcome,
): Operation => describe(described, 'study', run as never)
