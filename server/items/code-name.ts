// What blinded deciders see in place of a model's name.

/** "Model 7F3A" from four random hex digits (more when they run out). */
export const codeName = (hex: string): string => `Model ${hex.toUpperCase()}`
