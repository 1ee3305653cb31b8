import 'server-only'
import { z } from 'zod'
import { router } from '../trpc/init'
import { adminProcedure, publicProcedure, signedInProcedure } from '../trpc/procedures'
import { acceptInvitation } from './commands/accept-invitation'
import {
  changeOwnName,
  chooseOwnLocale,
  endOwnSignIn,
  endOwnTour,
  signOutEverywhere,
} from './commands/change-own-account'
import { changePassword } from './commands/change-password'
import { createApiKey } from './commands/create-api-key'
import { createInvitation } from './commands/create-invitation'
import { joinStudyByInvitation } from './commands/join-study-by-invitation'
import { makePasswordResetLink } from './commands/make-password-reset-link'
import { resetPassword } from './commands/reset-password'
import { revokeApiKey } from './commands/revoke-api-key'
import { revokeInvitation } from './commands/revoke-invitation'
import { setDisabled, setRole, signOutPerson } from './commands/set-access'
import { declareSkills, setSkills } from './commands/set-skills'
import { getOwnProfile, listOwnSignIns } from './queries/get-own-account'
import { listApiKeys } from './queries/list-api-keys'
import { listInvitations, listPeople } from './queries/list-people'
import {
  acceptInvitationSchema,
  changePasswordSchema,
  createApiKeySchema,
  createInvitationSchema,
  declaredSkillsSchema,
  doneSchema,
  linkTokenSchema,
  localeSchema,
  ownSignInsSchema,
  personNameSchema,
  profileSchema,
  resetPasswordSchema,
  roleSchema,
  skillsSchema,
} from './schema'

const done = { done: true } as const
const personSchema = z.object({ userId: z.uuid() })

/** With the secret of a link, and nobody signed in. */
const links = router({
  acceptInvitation: publicProcedure
    .input(acceptInvitationSchema)
    .output(doneSchema)
    .mutation(async ({ input }) => {
      await acceptInvitation(input)
      return done
    }),
  resetPassword: publicProcedure
    .input(resetPasswordSchema)
    .output(z.strictObject({ email: z.string() }))
    .mutation(({ input }) => resetPassword(input)),
})

/** What people do with their own account. */
const self = router({
  profile: signedInProcedure.output(profileSchema).query(({ ctx }) => getOwnProfile(ctx.actor)),
  joinStudy: signedInProcedure
    .input(z.object({ token: linkTokenSchema }))
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => {
      await joinStudyByInvitation(ctx.actor, input.token)
      return done
    }),
  listSignIns: signedInProcedure.output(ownSignInsSchema).query(({ ctx }) => listOwnSignIns(ctx.actor)),
  declareSkills: signedInProcedure
    .input(declaredSkillsSchema)
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => {
      await declareSkills(ctx.actor, input)
      return done
    }),
  changeName: signedInProcedure
    .input(z.object({ name: personNameSchema }))
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => {
      await changeOwnName(ctx.actor, input.name)
      return done
    }),
  chooseLocale: signedInProcedure
    .input(z.object({ locale: localeSchema }))
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => {
      await chooseOwnLocale(ctx.actor, input.locale)
      return done
    }),
  endTour: signedInProcedure.output(doneSchema).mutation(async ({ ctx }) => {
    await endOwnTour(ctx.actor)
    return done
  }),
  changePassword: signedInProcedure
    .input(changePasswordSchema)
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => {
      await changePassword(ctx.actor, input)
      return done
    }),
  endSignIn: signedInProcedure
    .input(z.object({ signInId: z.uuid() }))
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => {
      await endOwnSignIn(ctx.actor, input.signInId)
      return done
    }),
  signOutEverywhere: signedInProcedure
    .input(z.object({ keepThisOne: z.boolean() }))
    .output(doneSchema)
    .mutation(async ({ ctx, input }) => {
      await signOutEverywhere(ctx.actor, input)
      return done
    }),
})

const invitations = router({
  list: adminProcedure.query(({ ctx }) => listInvitations(ctx.admin)),
  create: adminProcedure.input(createInvitationSchema).mutation(({ ctx, input }) => createInvitation(ctx.admin, input)),
  revoke: adminProcedure
    .input(z.object({ invitationId: z.uuid() }))
    .mutation(({ ctx, input }) => revokeInvitation(ctx.admin, input.invitationId)),
})

/** Keys for programs. */
const apiKeys = router({
  list: adminProcedure.query(({ ctx }) => listApiKeys(ctx.admin)),
  create: adminProcedure.input(createApiKeySchema).mutation(({ ctx, input }) => createApiKey(ctx.admin, input)),
  revoke: adminProcedure
    .input(z.object({ keyId: z.uuid() }))
    .mutation(({ ctx, input }) => revokeApiKey(ctx.admin, input.keyId)),
})

export const peopleRouter = router({
  apiKeys,
  links,
  self,
  invitations,
  list: adminProcedure.query(({ ctx }) => listPeople(ctx.admin)),
  setRole: adminProcedure
    .input(personSchema.extend({ role: roleSchema }))
    .mutation(({ ctx, input }) => setRole(ctx.admin, input.userId, input.role)),
  setDisabled: adminProcedure
    .input(personSchema.extend({ isDisabled: z.boolean() }))
    .mutation(({ ctx, input }) => setDisabled(ctx.admin, input.userId, input.isDisabled)),
  setSkills: adminProcedure
    .input(personSchema.extend(skillsSchema.shape))
    .mutation(({ ctx, input: { userId, ...skills } }) => setSkills(ctx.admin, userId, skills)),
  makeResetLink: adminProcedure
    .input(personSchema)
    .mutation(({ ctx, input }) => makePasswordResetLink(ctx.admin, input)),
  signOut: adminProcedure.input(personSchema).mutation(({ ctx, input }) => signOutPerson(ctx.admin, input.userId)),
})
