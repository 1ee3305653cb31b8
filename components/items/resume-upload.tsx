'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { FileDrop } from '@/components/ui/file-drop'
import type { ImportView } from '@/server/items/queries/imports'
import { formatBytes } from './format-bytes'
import { useNewImports } from './use-new-imports'

/** An upload whose tab was closed: the same file goes on where it stopped. */
export function ResumeUpload({ study, view, refusal }: { study: string; view: ImportView; refusal: string | null }) {
  const t = useTranslations('imports')
  const format = useFormatter()
  const { resume } = useNewImports(study)
  const [isOther, setIsOther] = useState(false)
  const total = formatBytes(format, view.byteSize)

  function take([file]: File[]) {
    const fits = file !== undefined && file.name === view.fileName && file.size === view.byteSize
    setIsOther(!fits)
    if (fits) void resume(view.id, file)
  }

  return (
    <div className="grid gap-3">
      {refusal ? <Alert variant="destructive">{refusal}</Alert> : null}
      {isOther ? <Alert variant="warning">{t('resume.other', { name: view.fileName, size: total })}</Alert> : null}
      <FileDrop
        title={t('resume.title')}
        hint={t('resume.text', { done: formatBytes(format, view.bytesRead), total, name: view.fileName })}
        onFiles={take}
      />
    </div>
  )
}
