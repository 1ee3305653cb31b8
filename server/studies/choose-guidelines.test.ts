import { expect, test } from 'vitest'
import { chooseGuidelines } from './choose-guidelines'

const study = { guidelines: 'For all', guidelinesByLanguage: { 'zh-Hans': '说明', 'ar-EG': 'إرشادات', fr: ' ' } }

test('a reader gets their own language, else what the study says to all', () => {
  expect(chooseGuidelines(study, 'zh-Hans')).toBe('说明')
  expect(chooseGuidelines(study, 'ar-u-nu-latn')).toBe('إرشادات')
  expect(chooseGuidelines(study, 'en')).toBe('For all')
  expect(chooseGuidelines(study, 'fr')).toBe('For all')
})
