// Text in which a response names its model or its maker, as a regular expression that PostgreSQL reads without regard to case.

/** After "I am …", a name of one of these is a leak. */
const assistants = [
  'ChatGPT',
  'GPT',
  'Claude',
  'Gemini',
  'Bard',
  'Llama',
  'Mistral',
  'Mixtral',
  'Qwen',
  'Tongyi',
  'ERNIE',
  'DeepSeek',
  'ChatGLM',
  'GLM',
  'Kimi',
  'MiniMax',
  'Doubao',
  'Hunyuan',
  'Grok',
  'Copilot',
  'Nemotron',
  'Baichuan',
]

/** In Chinese nothing stands between an introduction and who made it. */
const inChinese = [
  '通义',
  '阿里',
  '文心',
  '百度',
  '深度求索',
  '智谱',
  '月之暗面',
  '豆包',
  '字节',
  '混元',
  '腾讯',
  '百川',
  '谷歌',
  '微软',
]

/** After "I was made by …". */
const makers = [
  'OpenAI',
  'Anthropic',
  'Google',
  'DeepMind',
  'Meta',
  'Mistral',
  'Alibaba',
  'Baidu',
  'DeepSeek',
  'Zhipu',
  'Z\\.ai',
  'Moonshot',
  'MiniMax',
  'ByteDance',
  'Tencent',
  'xAI',
  'Cohere',
  'Microsoft',
  'NVIDIA',
]

const introductions = [
  "(^|[^a-z])I(['’]m| am| was)(?=[^a-z])",
  '(^|[^a-z])my name is(?=[^a-z])',
  '我是',
  '我叫',
  '我的名字',
  '私は',
  '저는',
  '나는',
  "(^|[^a-z])je (suis|m['’]appelle)(?=[^a-z])",
  '(^|[^a-z])(soy|me llamo)(?=[^a-z])',
  '(^|[^a-z])ich (bin|heiße|wurde)(?=[^a-z])',
  '(^|[^a-z])eu sou(?=[^a-z])',
  '(^|[^а-я])я[ —–-]',
  'меня зовут',
  'أنا',
  'اسمي',
]

const madeBy = ['by', 'par', 'por', 'von', 'от', 'من', '由', '被']

/** A name of fewer characters is likely to be a word. */
const shortestName = 3

const escaped = (text: string) => text.replace(/[\\^$.|?*+()[\]{}-]/g, '\\$&')

/** Between the parts of a name stands what people write there: "GLM-4.5", "GLM 4.5", "glm4.5". */
const nameOf = (name: string) =>
  name
    .trim()
    .split(/[\s_-]+/)
    .filter(part => part !== '')
    .map(escaped)
    .join('[ _-]?')

const anyOf = (texts: readonly string[]) => `(${texts.join('|')})`
const within = (characters: number) => `[^.!?。！？\\n]{0,${characters}}`
const wordWithin = (characters: number, texts: readonly string[]) =>
  `(${within(characters)}[^a-z0-9.!?。！？\\n])?${anyOf(texts)}($|[^a-z])`

/**
 * Matches a text in which one of the study's models is named (three characters or more, as a word), or which introduces
 * itself as a well-known assistant or as made by a well-known maker, in ten languages. Finds too little rather than too
 * much: "Google was founded in 1998" is no leak.
 */
export function identityLeakPattern(modelNames: readonly string[]): string {
  const names = modelNames.filter(name => [...name.trim()].length >= shortestName).map(nameOf)
  const introduction = anyOf(introductions)
  return anyOf([
    ...names.map(name => `(^|[^a-z0-9])${name}($|[^a-z0-9])`),
    `${introduction}${wordWithin(30, assistants)}`,
    `${introduction}${within(20)}${anyOf(inChinese)}`,
    `${introduction}${within(50)}${anyOf(madeBy)}${wordWithin(20, makers)}`,
  ])
}
