/** What every export's file begins with in the blob store. */
export const exportBlobPrefix = 'export-'

/** Where the file of an export lies in the blob store. */
export const exportBlobKey = (exportId: string): string => `${exportBlobPrefix}${exportId}`
