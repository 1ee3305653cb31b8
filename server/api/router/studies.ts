import 'server-only'
import { z } from 'zod'
import type { StudyAccess } from '../../people/access'
import { closeStudy } from '../../studies/commands/close-study'
import { openStudy } from '../../studies/commands/open-study'
import { pauseStudy, resumeStudy } from '../../studies/commands/pause-study'
import { unblindStudy } from '../../studies/commands/unblind-study'
import { listStudies } from '../../studies/queries/list-studies'
import { getDraftOverview } from '../../studies/queries/study-overview'
import { createStudyFrom, patchStudy } from '../commands/patch-study'
import { newestFirst, newestFirstCursor } from '../newest-first'
import { keyOperation, labOperation, studyOperation } from '../operation'
import { getStudyNow, getWholeStudy } from '../queries/study-now'
import {
  closeStudyBody,
  createStudyBody,
  openingSchema,
  patchStudyBody,
  studySchema,
  studySummarySchema,
  studyWithProtocolSchema,
  unblindStudyBody,
} from '../schema/studies'
import { reachedStudies, upperState } from '../study-list'

const tag = 'Studies'
const study = { kind: 'json', status: 200, schema: studySchema } as const

/** To another state of its life, with nothing more to say. */
const turn = (verb: 'open' | 'pause' | 'resume', summary: string, act: (access: StudyAccess) => Promise<unknown>) =>
  studyOperation(
    { id: `${verb}Study`, method: 'POST', path: `/studies/{study}/${verb}`, tag, summary, answered: study },
    async ({ headers }, access) => {
      await act(access)
      return getStudyNow(headers, access.studyId)
    },
  )

export const studyOperations = [
  keyOperation(
    {
      id: 'listStudies',
      method: 'GET',
      path: '/studies',
      tag,
      summary: 'The studies, the newest first',
      about: 'A key for one study sees that one. At most the newest 500.',
      query: {
        state: z.enum(['draft', 'open', 'paused', 'closed']).optional(),
        archived: z.enum(['true', 'false']).default('false'),
        search: z.string().max(200).default('').describe('Part of the name or the slug.'),
      },
      answered: { kind: 'page', row: studySummarySchema, cursor: newestFirstCursor, lines: false },
    },
    async ({ admin, key, query: { state, archived, search }, page }) => {
      const filter = { state: upperState(state), archived: archived === 'true', search }
      return newestFirst(reachedStudies(await listStudies(admin, filter), key), page)
    },
  ),
  labOperation(
    {
      id: 'createStudy',
      method: 'POST',
      path: '/studies',
      tag,
      summary: 'Make a draft from a preset',
      about: 'Give `protocol` to replace parts of the preset’s.',
      body: createStudyBody,
      answered: { kind: 'json', status: 201, schema: studySchema },
    },
    async ({ admin, body, headers }) => getStudyNow(headers, (await createStudyFrom(admin, body)).id),
  ),
  studyOperation(
    {
      id: 'getStudy',
      method: 'GET',
      path: '/studies/{study}',
      tag,
      summary: 'One study with its protocol',
      answered: { kind: 'json', status: 200, schema: studyWithProtocolSchema },
    },
    ({ headers }, { studyId }) => getWholeStudy(headers, studyId),
  ),
  studyOperation(
    {
      id: 'updateStudy',
      method: 'PATCH',
      path: '/studies/{study}',
      tag,
      summary: 'Rename a study, or change what is disclosed with it or how a draft is judged',
      body: patchStudyBody,
      answered: { kind: 'json', status: 200, schema: studyWithProtocolSchema },
    },
    async ({ body, headers }, access) => {
      await patchStudy(access, body)
      return getWholeStudy(headers, access.studyId)
    },
  ),
  studyOperation(
    {
      id: 'getOpeningChecks',
      method: 'GET',
      path: '/studies/{study}/opening-checks',
      tag,
      summary: 'What is missing before a draft can be opened',
      answered: { kind: 'json', status: 200, schema: openingSchema },
    },
    (_, access) => getDraftOverview(access),
  ),
  turn('open', 'Open a draft: its protocol is frozen and annotators find work', openStudy),
  turn('pause', 'Pause an open study', pauseStudy),
  turn('resume', 'Go on with a paused study', resumeStudy),
  studyOperation(
    {
      id: 'closeStudy',
      method: 'POST',
      path: '/studies/{study}/close',
      tag,
      summary: 'Close a study: nothing more can be judged',
      about: 'Refused with 409 while work is left (`context.unfinished`), unless that is accepted.',
      body: closeStudyBody,
      answered: study,
    },
    async ({ body, headers }, access) => {
      await closeStudy(access, body)
      return getStudyNow(headers, access.studyId)
    },
  ),
  studyOperation(
    {
      id: 'unblindStudy',
      method: 'POST',
      path: '/studies/{study}/unblind',
      tag,
      summary: 'Show admins which model is which, for good',
      about: 'Only when the study is closed. The reason goes into the audit trail.',
      body: unblindStudyBody,
      answered: study,
    },
    async ({ body, headers }, access) => {
      await unblindStudy(access, body)
      return getStudyNow(headers, access.studyId)
    },
  ),
]
