/** Texts of a stored list with their places from 1, which never change. */
export const numbered = <Text>(list: readonly Text[]) => list.map((of, index) => ({ number: index + 1, of }))
