/**
 * The values that a unit (a response, an item) was given; null where a rater gave none. Labels are numbered; ordered
 * values keep their order. Who gave which value does not matter unless a function says so.
 */
export type JudgedUnit = readonly (number | null)[]
