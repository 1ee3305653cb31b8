// Text cells that a spreadsheet cannot take for a formula.

const formula = /^\s*[=+\-@\t\r\0]/

/** Puts an apostrophe before text that a spreadsheet would run: =, +, -, @, tab, carriage return, NUL. Other text is as it was. */
export const neutralCell = (text: string): string => (formula.test(text) ? `'${text}` : text)
