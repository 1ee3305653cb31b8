import type audit from '../../messages/en/audit.json'
import type auth from '../../messages/en/auth.json'
import type common from '../../messages/en/common.json'
import type comparisons from '../../messages/en/comparisons.json'
import type criteria from '../../messages/en/criteria.json'
import type drillDown from '../../messages/en/drill-down.json'
import type exportMessages from '../../messages/en/exports.json'
import type integrations from '../../messages/en/integrations.json'
import type items from '../../messages/en/items.json'
import type judging from '../../messages/en/judging.json'
import type people from '../../messages/en/people.json'
import type planning from '../../messages/en/planning.json'
import type quality from '../../messages/en/quality.json'
import type results from '../../messages/en/results.json'
import type review from '../../messages/en/review.json'
import type schemas from '../../messages/en/schemas.json'
import type studies from '../../messages/en/studies.json'

// A key that is in no catalogue does not compile.
declare module 'next-intl' {
  interface AppConfig {
    Messages: typeof audit &
      typeof auth &
      typeof common &
      typeof exportMessages &
      typeof integrations &
      typeof items &
      typeof judging &
      typeof people &
      typeof results &
      typeof comparisons &
      typeof criteria &
      typeof review &
      typeof quality &
      typeof schemas &
      typeof studies &
      typeof planning &
      typeof drillDown
  }
}
