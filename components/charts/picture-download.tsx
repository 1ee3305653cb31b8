'use client'

import { ImageDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu'
import type { ChartKey } from './chart-data'

interface PictureDownloadProps {
  /** Holds the charts. */
  drawing: RefObject<HTMLElement | null>
  /** The figure's id, which its paints are named after. */
  figure: string
  title: string
  keys: ChartKey[]
  note: string
  fileName: string
}

/** A menu of the formats that the picture of a chart can be downloaded in. */
export function PictureDownload({ drawing, fileName, ...caption }: PictureDownloadProps) {
  const t = useTranslations('charts')
  async function download(format: 'svg' | 'png') {
    try {
      const { savePicture } = await import('./save-picture')
      if (drawing.current) await savePicture(drawing.current, caption, `${fileName}.${format}`, format)
    } catch {
      toast.error(t('pictureFailed'))
    }
  }
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="sm" className="shrink-0" aria-label={t('pictureOf', { title: caption.title })}>
          <ImageDown aria-hidden />
          <span className="max-sm:sr-only">{t('picture')}</span>
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem onSelect={() => download('svg')}>{t('svg')}</DropdownMenuItem>
        <DropdownMenuItem onSelect={() => download('png')}>{t('png')}</DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
