'use client'

import dynamic from 'next/dynamic'

/** A text in which places are marked; loaded where the protocol has a criterion of spans. */
export const MarkedText = dynamic(() => import('@/criteria/spans/marked-text').then(module => module.MarkedText))
export type { Marking } from '@/criteria/spans/marked-text'
