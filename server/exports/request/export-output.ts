// Where a file goes, and who is told how far it has come.

export interface ExportProgress {
  /** So many more rows are to come. */
  expect: (rows: number) => Promise<void>
  /** So many more rows are written. Throws when nobody wants them any more. */
  advance: (rows: number) => Promise<void>
}

export interface ExportOutput extends ExportProgress {
  /** Resolves when more may come: whoever writes waits for it. */
  write: (bytes: Uint8Array) => Promise<void>
}
