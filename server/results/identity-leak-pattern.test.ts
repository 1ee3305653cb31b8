import { describe, expect, it } from 'vitest'
import { identityLeakPattern } from './identity-leak-pattern'

const leaks = (text: string, models: string[] = []) => new RegExp(identityLeakPattern(models), 'i').test(text)

describe('the pattern of identity leaks', () => {
  it.each([
    'Hello! I am ChatGPT, a language model.',
    "Sure. I'm Claude.",
    'I was created by Anthropic to help.',
    'I am a large language model trained by Google.',
    '你好，我是智谱训练的大模型。',
    '我是由百度开发的。',
    '我是GLM-4，很高兴见到你。',
    'Je suis Gemini, votre assistant.',
    'Ich bin ein Sprachmodell, entwickelt von OpenAI.',
    'أنا ChatGPT',
  ])('finds %s', text => expect(leaks(text)).toBe(true))

  it.each([
    'Google was founded in 1998 and bought DeepMind.',
    'Android was developed by Google.',
    'I am trying to learn French. ChatGPT is a product.',
    'I was amazed by the llamas.',
    '百度是一家公司。',
    'Claude Monet painted it.',
  ])('leaves %s alone', text => expect(leaks(text)).toBe(false))

  it("finds the study's own models as people write them, as words only, whatever stands in their names", () => {
    const models = ['GLM-4.5', 'Model (x+)', 'ab']
    for (const text of ['glm4.5 says', 'by GLM 4.5.', '这是GLM-4.5的回答', 'model (x+)!'])
      expect(leaks(text, models)).toBe(true)
    for (const text of ['glm-4x5', 'GLM-4.51', 'ab', 'xglm-4.5']) expect(leaks(text, models)).toBe(false)
  })
})
