import { Cable, FlaskConical, type LucideIcon, ScrollText, Users } from 'lucide-react'

export interface NavigationEntry {
  href: string
  /** A key of the `shell` messages. */
  label: 'studies' | 'people' | 'integrations' | 'auditTrail'
  icon: LucideIcon
}

/** The parts of the administration, in the order of the side navigation. */
export const navigation: NavigationEntry[] = [
  { href: '/studies', label: 'studies', icon: FlaskConical },
  { href: '/people', label: 'people', icon: Users },
  { href: '/integrations', label: 'integrations', icon: Cable },
  { href: '/audit', label: 'auditTrail', icon: ScrollText },
]
