'use client'

import { ChevronDown, Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import type { TableFormat } from '@/server/exports/schema'

interface TableDownloadProps {
  /** Of the download, with what else it takes. */
  address: string
  /** What is downloaded. */
  label: string
}

/** A menu of the formats that a table of results can be downloaded in. */
export function TableDownload({ address, label }: TableDownloadProps) {
  const t = useTranslations('tableDownload')
  const at = (format: string) => `${address}${address.includes('?') ? '&' : '?'}format=${format}`
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="outline">
          <Download aria-hidden />
          {label}
          <ChevronDown aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuLabel>{t('as')}</DropdownMenuLabel>
        {formats.map(format => (
          <DropdownMenuItem key={format} asChild>
            <a href={at(format)} download>
              {t(format)}
            </a>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  )
}

/** The ones that most people open first. */
const formats = ['csv', 'xlsx', 'md', 'latex', 'json'] as const satisfies readonly TableFormat[]
