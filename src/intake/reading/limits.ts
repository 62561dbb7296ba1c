/**
 * How much a received file may hold. Each is far above any return that a person made and far below what would slow the job
 * down; a file beyond one of them is refused with its own sentence.
 */
export const limits = {
  /** Parts of a workbook: sheets, styles, pictures. */
  entries: 2_000,
  /** Characters in the name of a part. */
  entryName: 256,
  /** All parts together, unpacked. A million rows of formatted, empty cells stay below it. */
  unpackedBytes: 256 * 1024 * 1024,
  /** Unpacked over packed; a million alike rows come to about 30. Only parts above `ratioFrom` bytes are held to it. */
  ratio: 60,
  ratioFrom: 4 * 1024 * 1024,
  /** Elements inside each other. */
  depth: 64,
  /** Sheets that are not hidden. */
  sheets: 200,
  /** Cells with something in them, all sheets together. */
  cells: 2_500_000,
  /** Columns: the last one that has anything in it. */
  columns: 1_000,
  /** Lines of a text file, blank ones too, but for those at its end. */
  rows: 800_000,
  merges: 20_000,
  /** Different texts, and characters in one cell: what spreadsheet programs allow. */
  texts: 2_000_000,
  cellText: 32_767,
} as const

/** What a sheet can have at all, by the file format. */
export const lastOfSheet = { row: 1_048_576, column: 16_384 } as const
