/** The element at an index that exists. @throws RangeError when it does not: a wrong index is a bug, not a missing value */
export function at<T>(values: ArrayLike<T>, index: number): T {
  if (index < 0 || index >= values.length) throw new RangeError(`There is no element ${index} of ${values.length}.`)
  return values[index] as T
}
