// A key as it is told about itself.
import type { ApiKeyAccess } from '../people/access'

export const describeKey = ({ keyId, name, prefix, scopes, study, createdBy, expiresAt }: ApiKeyAccess) => ({
  id: keyId,
  name,
  prefix,
  scopes: scopes.map(scope => scope.toLowerCase()),
  study,
  createdBy,
  expiresAt,
})
