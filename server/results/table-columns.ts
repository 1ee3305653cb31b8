// Which categories a language's table has, in their order.
import type { TableCategory } from './score-table'

/** A language × category that the study has items of; sorted by the category's position. */
export interface ItemGroup extends TableCategory {
  language: string
}

/** The categories of one language, or of all together (null). A category without items in it has no column. */
export function tableColumns(groups: readonly ItemGroup[], language: string | null): TableCategory[] {
  const columns = new Map<string | null, TableCategory>()
  for (const { categoryId, shortName, name, language: own } of groups)
    if (language === null || own === language) columns.set(categoryId, { categoryId, shortName, name })
  return [...columns.values()]
}
