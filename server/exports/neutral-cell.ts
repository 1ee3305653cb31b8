// Text cells that a spreadsheet cannot take for a formula.

const formula = /^'*\s*[=+\-@\t\r\0]/

/**
 * Puts an apostrophe before text that a spreadsheet would run: =, +, -, @, tab, carriage return, NUL; and before such text
 * that has apostrophes in front already, so that no two texts become the same: whoever takes one apostrophe off again
 * where such text follows has what was there. Other text is as it was.
 */
export const neutralCell = (text: string): string => (formula.test(text) ? `'${text}` : text)
