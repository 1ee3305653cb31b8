'use client'

import dynamic from 'next/dynamic'

// Nothing of these is on the screen when the page appears; they are fetched when it has, so that the keys find them
// there, even without a network.

const guidelines = () => import('./guidelines-sheet').then(module => module.GuidelinesSheet)
const keys = () => import('./keys-dialog').then(module => module.KeysDialog)
const reason = () => import('./reason-dialog').then(module => module.ReasonDialog)
const flag = () => import('./flag-dialog').then(module => module.FlagDialog)
const ask = () => import('@/components/item-messages/ask-sheet').then(module => module.AskSheet)
const conflict = () => import('./conflict-dialog').then(module => module.ConflictDialog)
const refused = () => import('./refused-notice').then(module => module.RefusedNotice)
const tour = () => import('./tour').then(module => module.Tour)
const pending = () => import('./next-pending').then(module => module.NextPending)

export const GuidelinesSheet = dynamic(guidelines, { ssr: false })
export const KeysDialog = dynamic(keys, { ssr: false })
export const ReasonDialog = dynamic(reason, { ssr: false })
export const FlagDialog = dynamic(flag, { ssr: false })
/** Not a dialog, but as rare as one. */
export const EarlierJudgments = dynamic(() => import('./earlier-judgments').then(module => module.EarlierJudgments))
export const AskSheet = dynamic(ask, { ssr: false })
export const ConflictDialog = dynamic(conflict, { ssr: false })
export const RefusedNotice = dynamic(refused, { ssr: false })
export const Tour = dynamic(tour, { ssr: false })
export const NextPending = dynamic(pending, { ssr: false })

/** Fetches all of them. */
export const fetchDialogs = () =>
  void Promise.allSettled([guidelines, keys, reason, flag, ask, conflict, refused, pending].map(load => load()))
