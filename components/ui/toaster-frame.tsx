'use client'

import { useTranslations } from 'next-intl'
import { useTheme } from 'next-themes'
import { Toaster as Sonner } from 'sonner'

const themes = { light: 'light', dark: 'dark' } as const

/** Where toasts appear. Pages use Toaster, which loads it. */
export function ToasterFrame({ dir }: { dir: 'ltr' | 'rtl' }) {
  const t = useTranslations('ui')
  const { resolvedTheme } = useTheme()
  return (
    <Sonner
      theme={resolvedTheme === 'dark' ? themes.dark : themes.light}
      dir={dir}
      position={dir === 'rtl' ? 'bottom-left' : 'bottom-right'}
      containerAriaLabel={t('notifications')}
      toastOptions={{
        closeButtonAriaLabel: t('close'),
        classNames: {
          toast: '!rounded-md !border-border !bg-popover !font-sans !text-popover-foreground !text-sm !shadow-lg',
          description: '!text-muted-foreground',
          success: '[&_[data-icon]]:text-success',
          error: '[&_[data-icon]]:text-destructive',
          warning: '[&_[data-icon]]:text-warning',
          info: '[&_[data-icon]]:text-info',
          actionButton: '!bg-primary !text-primary-foreground',
        },
      }}
    />
  )
}
