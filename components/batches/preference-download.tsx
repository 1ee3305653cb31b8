import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import { Section } from '@/components/ui/page-header'

/** A plain form that asks the download's address: works without script. */
export function PreferenceDownload({ study }: { study: string }) {
  const t = useTranslations('batches')
  return (
    <Section title={t('title')} description={t('description')}>
      <form
        method="get"
        action={`/api/downloads/studies/${encodeURIComponent(study)}/preferences`}
        className="flex flex-wrap items-end gap-3"
      >
        <div className="grid gap-1.5">
          <Label htmlFor="since">{t('since')}</Label>
          <Input
            id="since"
            name="since"
            inputMode="numeric"
            pattern="[0-9]*"
            className="w-48"
            aria-describedby="since-hint"
          />
        </div>
        <Button type="submit" variant="outline">
          <Download aria-hidden />
          {t('download')}
        </Button>
        <p id="since-hint" className="basis-full text-muted-foreground text-xs">
          {t('sinceHint')}
        </p>
      </form>
    </Section>
  )
}
