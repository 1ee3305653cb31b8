import type { BundleFacts } from './bundle-facts'
import { paragraphs, quoted } from './markdown-parts'

/** CITATION.md: how to cite, what is disclosed, and under which licence. */
export const citationText = ({ name, disclosure, datasheet, methodVersion }: BundleFacts): string =>
  paragraphs(
    `# ${name.replace(/\s+/g, ' ')}`,
    disclosure ? `**${disclosure}**` : '*Nothing is disclosed of this study.*',
    quoted(datasheet.citation, 'How to cite this study is not stated.'),
    `Licence: ${datasheet.licence || 'unknown'}.`,
    datasheet.contact && `Contact: ${datasheet.contact}`,
    `Judged and evaluated with Assay, methods version ${methodVersion}.`,
  )
