// Limits that forms in the browser need without loading the schemas.

export const mostCommentCharacters = 20_000
export const mostReasonCharacters = 1_000
export const mostMessageCharacters = 4_000
