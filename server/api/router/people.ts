import 'server-only'
import { z } from 'zod'
import { createInvitation } from '../../people/commands/create-invitation'
import { revokeInvitation } from '../../people/commands/revoke-invitation'
import { listInvitations, listPeople } from '../../people/queries/list-people'
import { getProgress } from '../../results/queries/get-progress'
import { setStudyAnnotators } from '../../studies/commands/set-annotators'
import { getStudyPeople } from '../../studies/queries/study-people'
import { addPerson } from '../commands/add-person'
import { newestFirst, newestFirstCursor } from '../newest-first'
import { labOperation, studyOperation } from '../operation'
import { byName, membersOf, nameCursor, upperRole, withLowerRoles } from '../people-body'
import {
  createPersonBody,
  invitationSchema,
  inviteBody,
  inviteToStudyBody,
  madeLinkSchema,
  madePersonSchema,
  memberSchema,
  membershipBody,
  personSchema,
  progressSchema,
} from '../schema/people'

const tag = 'People'
const person = { person: z.uuid().describe('A person’s id.') }

export const peopleOperations = [
  labOperation(
    {
      id: 'listPeople',
      method: 'GET',
      path: '/people',
      tag,
      summary: 'Everybody, by name',
      answered: { kind: 'page', row: personSchema, cursor: nameCursor, lines: false },
    },
    async ({ admin, page }) => byName(await listPeople(admin), page),
  ),
  labOperation(
    {
      id: 'createPerson',
      method: 'POST',
      path: '/people',
      tag,
      summary: 'Make an account, and a one-time link by which its person sets a password',
      body: createPersonBody,
      answered: { kind: 'json', status: 201, schema: madePersonSchema },
    },
    ({ admin, body }) => addPerson(admin, { ...body, role: upperRole(body.role), password: null }),
  ),
  labOperation(
    {
      id: 'listInvitations',
      method: 'GET',
      path: '/invitations',
      tag,
      summary: 'Invitations, the newest first',
      answered: { kind: 'page', row: invitationSchema, cursor: newestFirstCursor, lines: false },
    },
    async ({ admin, page }) => newestFirst(withLowerRoles(await listInvitations(admin)), page),
  ),
  labOperation(
    {
      id: 'createInvitation',
      method: 'POST',
      path: '/invitations',
      tag,
      summary: 'Make a link by which people join',
      body: inviteBody,
      answered: { kind: 'json', status: 201, schema: madeLinkSchema },
    },
    ({ admin, body }) => createInvitation(admin, { ...body, role: upperRole(body.role), studyId: null }),
  ),
  labOperation(
    {
      id: 'revokeInvitation',
      method: 'DELETE',
      path: '/invitations/{invitation}',
      tag,
      summary: 'Make an invitation worthless',
      about: 'Who has joined by it stays. Again, or of one that is not there: nothing happens.',
      parameters: { invitation: z.uuid() },
      answered: { kind: 'none' },
    },
    ({ admin, path }) => revokeInvitation(admin, path.invitation),
  ),
  studyOperation(
    {
      id: 'inviteToStudy',
      method: 'POST',
      path: '/studies/{study}/invitations',
      tag,
      summary: 'Make a link by which annotators join this study',
      body: inviteToStudyBody,
      answered: { kind: 'json', status: 201, schema: madeLinkSchema },
    },
    ({ admin, body }, { studyId }) => createInvitation(admin, { ...body, role: 'ANNOTATOR', studyId }),
  ),
  studyOperation(
    {
      id: 'listStudyPeople',
      method: 'GET',
      path: '/studies/{study}/people',
      tag,
      summary: 'The annotators of a study',
      answered: { kind: 'json', status: 200, schema: z.object({ people: z.array(memberSchema) }) },
    },
    async (_, study) => ({ people: membersOf((await getStudyPeople(study)).members) }),
  ),
  studyOperation(
    {
      id: 'addToStudy',
      method: 'PUT',
      path: '/studies/{study}/people/{person}',
      tag,
      summary: 'Add somebody to a study, or change their quota',
      parameters: person,
      body: membershipBody,
      answered: { kind: 'none' },
    },
    ({ path, body }, study) =>
      setStudyAnnotators(study, { set: [{ userId: path.person, quota: body.quota }], remove: [] }),
  ),
  studyOperation(
    {
      id: 'removeFromStudy',
      method: 'DELETE',
      path: '/studies/{study}/people/{person}',
      tag,
      summary: 'Take somebody off a study',
      about: 'What they judged stays.',
      parameters: person,
      answered: { kind: 'none' },
    },
    ({ path }, study) => setStudyAnnotators(study, { set: [], remove: [path.person] }),
  ),
  studyOperation(
    {
      id: 'getProgress',
      method: 'GET',
      path: '/studies/{study}/progress',
      tag: 'Judgments and results',
      summary: 'How far a study is',
      answered: { kind: 'json', status: 200, schema: progressSchema },
    },
    (_, study) => getProgress(study),
  ),
]
