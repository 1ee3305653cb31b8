// Text cells that a spreadsheet cannot take for a formula.

/** Puts an apostrophe before text that a spreadsheet would run: =, +, -, @, tab, carriage return. Other text is as it was. */
export const neutralCell = (text: string): string => (/^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text)
