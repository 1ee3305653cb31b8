import { requireOperator } from '../../people/queries'
import { listPeople } from '../../people/queries/list-people'
import { emailSchema } from '../../people/schema'
import { DomainError } from '../../platform/errors'
import { inputOf } from './terminal'

/** The id of whoever has this e-mail. @throws not_found */
export async function personNamed(email: string): Promise<string> {
  const wanted = inputOf(emailSchema, email)
  const person = (await listPeople(requireOperator())).find(candidate => candidate.email === wanted)
  if (!person)
    throw new DomainError('not_found', `Nobody has the e-mail "${wanted}". "assay user list" shows everybody.`)
  return person.id
}
