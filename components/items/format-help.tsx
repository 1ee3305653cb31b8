import { useTranslations } from 'next-intl'
import { Collapsible, CollapsibleContent, CollapsibleTrigger } from '@/components/ui/collapsible'
import { ScrollFrame } from '@/components/ui/scroll-frame'

const jsonExample = `{"id": "q1", "language": "en", "category": "math", "prompt": "What is 6 × 7?", "reference": "42", "responses": [{"model": "model-a", "text": "42"}, {"model": "model-b", "text": "41", "reasoning": "…"}]}
{"id": "q2", "language": "ar", "prompt": [{"role": "system", "content": "…"}, {"role": "user", "content": "…"}], "responses": [{"model": "model-a", "text": "", "status": "refused"}, {"model": "model-b", "text": "…"}]}
{"id": "q3", "source_language": "en", "target_language": "zh", "source": "…", "context": "From a chat.", "rubric": [{"text": "Keeps the joke.", "maximum": 2}], "pairs": [["model-a", "model-b"]], "responses": […]}
{"id": "q4", "language": "en", "purpose": "gold", "expected": [{"criterion": "overall", "better": "model-a", "worse": "model-b", "atLeast": 2}], "prompt": "…", "responses": […]}`
const csvExample = `id,language,category,prompt,reference,model,text
q1,en,math,What is 6 × 7?,42,model-a,42
q1,en,math,What is 6 × 7?,42,model-b,41`

/** The two formats in a few lines; docs/formats.md says the rest. */
export function FormatHelp() {
  const t = useTranslations('imports')
  return (
    <Collapsible>
      <CollapsibleTrigger>{t('formats')}</CollapsibleTrigger>
      <CollapsibleContent>
        <div className="grid gap-2 pt-2">
          <p className="max-w-3xl text-muted-foreground">{t('formatsText')}</p>
          <Example label={t('options.formats.jsonl')} text={jsonExample} />
          <p className="max-w-3xl text-muted-foreground">{t('csvText')}</p>
          <Example label={t('options.formats.csv')} text={csvExample} />
        </div>
      </CollapsibleContent>
    </Collapsible>
  )
}

function Example({ label, text }: { label: string; text: string }) {
  return (
    <ScrollFrame label={label} className="rounded-md border bg-code">
      <pre dir="ltr" className="w-fit p-3 font-mono text-xs leading-5">
        {text}
      </pre>
    </ScrollFrame>
  )
}
