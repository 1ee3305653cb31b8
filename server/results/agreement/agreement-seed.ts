/** Of the bootstrap of agreement: the same study gives the same intervals. */
export const agreementSeed = 2011
