import { stringify } from 'csv-stringify/sync'
import { type Cell, type MergeRange, writeXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import type { Form } from './form.js'

/** How a county saves its returns. */
export type FormFormat = 'xlsx' | 'utf-8 with bom' | 'gb18030'

/** The extension of a format's files. */
export function extensionOf(format: FormFormat): 'xlsx' | 'csv' {
  return format === 'xlsx' ? 'xlsx' : 'csv'
}

/**
 * A form as a file.
 * @param saved the day in the workbook's properties (ISO); without it the writer would put in the present
 */
export async function formBytes(form: Form, format: FormFormat, saved: string): Promise<Uint8Array> {
  return format === 'xlsx' ? workbookBytes(form, saved) : textBytes(form, format)
}

function textBytes(form: Form, format: FormFormat): Uint8Array {
  const rows = [...heading(form), form.columns.map((column) => column.heading), ...form.rows, form.total]
  const text = stringify(rows, { record_delimiter: 'windows' })
  return format === 'gb18030' ? iconv.encode(text, 'gb18030') : iconv.encode(text, 'utf8', { addBOM: true })
}

async function workbookBytes(form: Form, saved: string): Promise<Uint8Array> {
  const groups = form.columns.map(({ group }, index) =>
    group !== null && group === form.columns[index - 1]?.group ? '' : (group ?? form.columns[index]?.heading ?? ''),
  )
  const headings = form.columns.map(({ heading, group }) => (group === null ? '' : heading))
  const rows = [...heading(form), groups, headings, ...form.rows, form.total]
  const bold: Partial<Cell> = {
    style: { font: { bold: true }, alignment: { horizontal: 'center', vertical: 'center' } },
  }
  const cells = new Map(
    [0, 2, 3].flatMap((row) => form.columns.map((_, column) => [`${row},${column}`, bold] as const)),
  )
  return writeXlsx({
    sheets: [
      {
        name: 'Sheet1',
        rows: rows.map((row) => row.map((value) => (value === '' ? null : value))),
        cells,
        merges: mergesOf(form),
        columns: form.columns.map((_, index) => ({ width: [6, 14, 16][index] ?? 12 })),
      },
    ],
    properties: { created: new Date(saved), modified: new Date(saved) },
  })
}

/** The title over all columns; below it who reports at the left and what is counted in at the right. */
function heading({ title, unit, measures, columns }: Form): string[][] {
  const blank = columns.map(() => '')
  return [
    [title, ...blank.slice(1)],
    [unit, ...blank.slice(2), measures],
  ]
}

/** Merged: the title across, groups across their columns, headings without a group down both heading rows. */
function mergesOf({ columns }: Form): MergeRange[] {
  const title = { startRow: 0, startCol: 0, endRow: 0, endCol: columns.length - 1 }
  const across = columns.flatMap(({ group }, startCol) => {
    if (group === null) return [{ startRow: 2, startCol, endRow: 3, endCol: startCol }]
    if (columns[startCol - 1]?.group === group) return []
    const after = columns.findIndex((column, index) => index > startCol && column.group !== group)
    return [{ startRow: 2, startCol, endRow: 2, endCol: (after === -1 ? columns.length : after) - 1 }]
  })
  return [title, ...across]
}
