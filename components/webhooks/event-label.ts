import { useTranslations } from 'next-intl'

const keys = {
  'study.opened': 'study_opened',
  'study.closed': 'study_closed',
  'assignment.judged': 'assignment_judged',
  'export.ready': 'export_ready',
  'webhook.test': 'webhook_test',
} as const

const isKnown = (type: string): type is keyof typeof keys => type in keys

/** The name of a type of event; one that has none is shown as it is. */
export function useEventLabel(): (type: string) => string {
  const t = useTranslations('webhooks')
  return type => (isKnown(type) ? t(`eventTypes.${keys[type]}`) : type)
}
