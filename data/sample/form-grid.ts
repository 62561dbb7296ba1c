import type { MergeRange } from 'hucre/xlsx'
import type { Form, FormCell, FormLine, FormRow } from './form.js'

/** A row of a form's sheet, and which part of the form it is. */
export interface GridRow {
  part: 'preface' | 'title' | 'line' | 'heading' | 'below' | FormRow['kind']
  cells: readonly FormCell[]
}

/** A form laid out on a sheet from the first row: its rows, and the ranges that are merged (all from 0). */
export function gridOf(form: Form): { rows: GridRow[]; merges: MergeRange[] } {
  const width = form.columns.length
  const over: GridRow[] = [
    ...(form.preface === null ? [] : [{ part: 'preface' as const, cells: padded([form.preface], width) }]),
    { part: 'title', cells: padded([form.title], width) },
    ...form.lines.map((line) => ({ part: 'line' as const, cells: spread(line, width) })),
  ]
  const headings = headingRows(form).map((cells) => ({ part: 'heading' as const, cells }))
  const below = form.below.map((line) => ({ part: 'below' as const, cells: spread(line, width) }))
  const rows = [...over, ...headings, ...form.rows.map(({ kind, cells }) => ({ part: kind, cells })), ...below]
  const title = over.findIndex(({ part }) => part === 'title')
  return {
    rows,
    merges: [
      { startRow: title, startCol: 0, endRow: title, endCol: width - 1 },
      ...(form.oneHeadingRow ? [] : headingMerges(form, over.length)),
    ],
  }
}

function padded(cells: readonly FormCell[], width: number): FormCell[] {
  return [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')]
}

function spread(line: FormLine, width: number): FormCell[] {
  const row: FormCell[] = padded([], width)
  for (const { at, cells } of line) row.splice(Math.round(at * (width - cells.length)), cells.length, ...cells)
  return row
}

/** Groups over headings, a group only over its first column; a heading without a group stands in the upper row. */
function headingRows({ columns, oneHeadingRow }: Form): string[][] {
  if (oneHeadingRow) return [columns.map(({ heading }) => heading)]
  const upper = columns.map(({ heading, group }, index) =>
    group === null ? heading : group === columns[index - 1]?.group ? '' : group,
  )
  return [upper, columns.map(({ heading, group }) => (group === null ? '' : heading))]
}

/** Groups across their columns, headings without a group down both rows. */
function headingMerges({ columns }: Form, startRow: number): MergeRange[] {
  return columns.flatMap(({ group }, startCol) => {
    if (group === null) return [{ startRow, startCol, endRow: startRow + 1, endCol: startCol }]
    if (columns[startCol - 1]?.group === group) return []
    const after = columns.findIndex((column, index) => index > startCol && column.group !== group)
    return [{ startRow, startCol, endRow: startRow, endCol: (after === -1 ? columns.length : after) - 1 }]
  })
}
