import 'server-only'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { randomHex, randomId } from '../../platform/randomness'
import type { CategoryMatch, CategoryNames } from '../category-matcher'
import { codeName } from '../code-name'
import { copyArray, copyBytes, copyJson, copyNullable, copyNullableJson, copyText } from '../copy-text'
import type { Plan, PlannedItem, PlannedResponse, PlannedRubric } from '../import-plan'
import { plainItem } from '../raw-record'

/** Stores planned batches by COPY, inside the transaction of `client`. */
export class PlanStore {
  private readonly categoryIds: Map<string, string>
  private readonly modelIds = new Map<string, string>()
  readonly createdCategories: string[] = []

  constructor(
    private readonly client: pg.PoolClient,
    private readonly studyId: string,
    private readonly importId: string,
    categories: readonly CategoryNames[],
    private readonly matchCategory: (given: string) => CategoryMatch,
  ) {
    this.categoryIds = new Map(categories.map(category => [category.code, category.id]))
  }

  async store({ items, responses, rubrics }: Plan): Promise<void> {
    for (const item of items) await this.ensureCategory(item)
    for (const response of responses) if (!this.modelIds.has(response.model)) await this.ensureModel(response.model)
    // Files of plain items, the large ones, do not carry columns that they do not fill.
    const arePlain = items.every(item => item.extras === plainItem)
    await this.copy(
      `items (${itemColumns}${arePlain ? '' : extraColumns})`,
      items.map(item => this.itemRow(item) + (arePlain ? '\n' : extraCells(item))),
    )
    await this.copy('responses (id, item_id, turns, status, text_hash, representative_id)', responses.map(responseRow))
    await this.copy(
      'response_sources (response_id, item_id, model_id, sample_index, raw_text, metadata, import_id)',
      responses.map(response => this.sourceRow(response)),
    )
    await this.copy(
      'response_reasoning (response_id, text)',
      responses.flatMap(({ id, reasoning }) => (reasoning === null ? [] : [`${id}\t${copyText(reasoning)}\n`])),
    )
    if (rubrics.length > 0) await this.storeRubrics(rubrics)
  }

  private itemRow(item: PlannedItem): string {
    const category = item.categoryCode === null ? '\\N' : (this.categoryIds.get(item.categoryCode) ?? '\\N')
    return `${item.id}\t${this.studyId}\t${copyText(item.externalId)}\t${item.language}\t${category}\t${copyJson(item.messages)}\t${copyArray(item.references)}\t${copyJson(item.metadata)}\t${copyBytes(item.contentHash)}\t${this.importId}`
  }

  /** A first version; or another one, which takes the place of the newest while nobody has judged by that. */
  private async storeRubrics(rubrics: readonly PlannedRubric[]) {
    const isNew = ({ isChange }: PlannedRubric) => !isChange
    await this.copy(
      'rubrics (id, item_id, version, points)',
      rubrics.filter(isNew).map(({ itemId, points }) => `${randomId()}\t${itemId}\t1\t${copyJson(points)}\n`),
    )
    const changed = rubrics.filter(({ isChange }) => isChange)
    if (changed.length === 0) return
    const rows = JSON.stringify(changed.map(({ itemId, points }) => ({ id: randomId(), item: itemId, points })))
    await this.client.query(
      `WITH given AS (
         SELECT g.id, g.item, g.points, (SELECT max(version) FROM rubrics u WHERE u.item_id = g.item) AS newest,
           EXISTS (SELECT 1 FROM judgments j WHERE j.item_id = g.item) AS judged
         FROM jsonb_to_recordset($1::jsonb) g(id uuid, item uuid, points jsonb))
       INSERT INTO rubrics (id, item_id, version, points)
       SELECT id, item, CASE WHEN newest IS NULL THEN 1 WHEN judged THEN newest + 1 ELSE newest END, points FROM given
       ON CONFLICT (item_id, version) DO UPDATE SET points = EXCLUDED.points, created_at = now()`,
      [rows],
    )
  }

  private sourceRow(response: PlannedResponse): string {
    const model = this.modelIds.get(response.model)
    return `${response.id}\t${response.itemId}\t${model}\t${response.sampleIndex}\t${copyNullable(response.rawText)}\t${copyJson(response.metadata)}\t${this.importId}\n`
  }

  private copy(target: string, rows: string[]): Promise<void> {
    if (rows.length === 0) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const stream = this.client.query(copyFrom(`COPY ${target} FROM STDIN`))
      stream.on('finish', resolve)
      stream.on('error', reject)
      stream.end(rows.join(''))
    })
  }

  private async ensureCategory(item: PlannedItem) {
    const code = item.categoryCode
    if (code === null || this.categoryIds.has(code)) return
    const match = this.matchCategory(item.category)
    const { name, shortName } = match.kind === 'created' ? match : { name: item.category, shortName: item.category }
    const { rows } = await this.client.query(
      `INSERT INTO categories (id, code, name, short_name, aliases, position)
       VALUES ($1, $2, $3, $4, '{}', (SELECT COALESCE(max(position), 0) + 1 FROM categories))
       ON CONFLICT (code) DO UPDATE SET code = EXCLUDED.code RETURNING id`,
      [randomId(), code, name, shortName],
    )
    this.categoryIds.set(code, rows[0].id)
    this.createdCategories.push(name)
  }

  /** Finds or makes a model of the study; its code name is random, and unique in the study. */
  private async ensureModel(name: string) {
    for (let attempt = 0; !this.modelIds.has(name); attempt++) {
      const { rows } = await this.client.query(
        `WITH made AS (
           INSERT INTO models (id, study_id, name, code_name, position)
           VALUES ($1, $2, $3, $4, (SELECT COALESCE(max(position), 0) + 1 FROM models WHERE study_id = $2))
           ON CONFLICT DO NOTHING RETURNING id)
         SELECT id FROM made UNION ALL SELECT id FROM models WHERE study_id = $2 AND name = $3`,
        [randomId(), this.studyId, name, codeName(randomHex(attempt < 20 ? 4 : 8))],
      )
      if (rows[0]) this.modelIds.set(name, rows[0].id)
    }
  }
}

const itemColumns =
  'id, study_id, external_id, language, category_id, messages, "references", metadata, content_hash, import_id'
const extraColumns = ', purpose, expected, explanation, context, source_language, pairs'

const extraCells = ({ extras }: PlannedItem): string =>
  `\t${extras.purpose}\t${copyNullableJson(extras.expected)}\t${copyText(extras.explanation)}\t${copyText(extras.context)}\t${copyNullable(extras.sourceLanguage)}\t${copyNullableJson(extras.pairs)}\n`

const responseRow = (response: PlannedResponse): string =>
  `${response.id}\t${response.itemId}\t${copyArray(response.turns)}\t${response.status}\t${copyBytes(response.textHash)}\t${response.representativeId}\n`
