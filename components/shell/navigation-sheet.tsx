'use client'

import { Menu } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Sheet, SheetBody, SheetContent, SheetHeader, SheetTitle, SheetTrigger } from '@/components/ui/sheet'
import { SideNavigation } from './side-navigation'

/** The side navigation where there is no room for it at the side. */
export function NavigationSheet() {
  const t = useTranslations('shell')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Sheet open={isOpen} onOpenChange={setIsOpen}>
      <SheetTrigger asChild>
        <Button variant="ghost" size="icon" aria-label={t('openNavigation')} className="lg:hidden">
          <Menu aria-hidden />
        </Button>
      </SheetTrigger>
      <SheetContent side="start" size="sm" aria-describedby={undefined}>
        <SheetHeader>
          <SheetTitle>{t('administration')}</SheetTitle>
        </SheetHeader>
        <SheetBody className="px-3">
          <SideNavigation onNavigate={() => setIsOpen(false)} />
        </SheetBody>
      </SheetContent>
    </Sheet>
  )
}
