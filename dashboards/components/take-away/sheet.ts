import type { TableColumn, TableParts } from '../table.js'

/** A number or words; null where nothing stands. */
export type SheetValue = number | string | null

/** One column of a file: its head with the unit, the values, and how many decimals each is shown with. */
export interface FileColumn<Row> {
  head: string
  value(row: Row): SheetValue
  decimals?(row: Row): number
  /** Set right; where it is not told, a column that has a number is. */
  isNumber?: boolean
}

/** Rows and columns as they go into a file or a picture. */
export interface Sheet {
  columns: { head: string; isNumber: boolean }[]
  rows: { value: SheetValue; decimals: number }[][]
}

/** Works out every cell. */
export function sheetOf<Row>(columns: readonly FileColumn<Row>[], rows: readonly Row[]): Sheet {
  const cells = rows.map((row) =>
    columns.map(({ value, decimals }) => ({ value: value(row), decimals: decimals?.(row) ?? 0 })),
  )
  return {
    columns: columns.map(({ head, isNumber }, at) => ({
      head,
      isNumber: isNumber ?? cells.some((row) => typeof row[at]?.value === 'number'),
    })),
    rows: cells,
  }
}

/** The head of a column with its unit. */
export function headOf(head: string, unit: string): string {
  return `${head} (${unit})`
}

/** A table of the page as it goes into a file: values where it tells them. */
export function sheetOfTable(parts: TableParts<unknown>): Sheet {
  return ofTable(parts, ({ value, cell }, row) => (value ? value(row) : wordsOf(cell(row)) || null))
}

/** A table of the page in the words that it shows. */
export function shownSheet(parts: TableParts<unknown>): Sheet {
  return ofTable(parts, ({ cell }, row) => wordsOf(cell(row)) || null)
}

function ofTable(
  { columns, rows }: TableParts<unknown>,
  valueAt: (column: TableColumn<unknown>, row: unknown) => SheetValue,
): Sheet {
  return sheetOf(
    columns.map((column) => ({
      head: column.unit ? headOf(wordsOf(column.head), column.unit) : wordsOf(column.head),
      value: (row: unknown) => valueAt(column, row),
      isNumber: column.number ?? false,
    })),
    rows,
  )
}

/** The words of a cell; what stands apart in it, such as a remark under a value, is kept apart. */
function wordsOf(content: string | Node | null): string {
  if (content === null || typeof content === 'string') return content ?? ''
  const texts: string[] = []
  const walk = document.createTreeWalker(content, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) texts.push(walk.currentNode.textContent?.trim() ?? '')
  return texts.filter(Boolean).join(' · ')
}
