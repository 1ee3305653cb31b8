/** Where the file of an export is. */
export const exportAddress = (study: string, exportId: string): string =>
  `/api/downloads/studies/${encodeURIComponent(study)}/exports/${exportId}`
