import type { CellValue, Column } from '../../domain/column.js'
import { isKeyed } from '../../domain/dataset.js'
import { isAdditive } from '../checks/check-totals.js'
import type { Merge } from '../reading/grid.js'
import { checkFormula, correct, explained, untouched } from './check-formula.js'
import { rangeOf, type TemplateColumns } from './columns.js'
import type { TemplateOrder, TemplateRegion } from './order.js'
import { problemsOf } from './problems.js'
import type { Shown, TemplateCell, TemplateRow } from './template.js'

/** The rows to fill in, and below them the row of totals where rows add up. */
export function dataRows(
  order: TemplateOrder,
  columns: TemplateColumns,
  { first, last, height }: { first: number; last: number; height: number },
): { rows: TemplateRow[]; merges: Merge[] } {
  const { dataset, rows, before } = order
  const { places, measures, references, check, explanation } = columns
  const data = Array.from({ length: last - first + 1 }, (_, index): TemplateRow => {
    const row = first + index
    const about = rows[index]
    const values = about && before?.values.get(about.region.region_code)
    const formula = checkFormula(
      columns,
      problemsOf(dataset, columns, row),
      row,
      about === undefined || isKeyed(dataset),
    )
    return {
      height,
      cells: [
        ...places.map(
          ({ at, of }): TemplateCell => ({
            at,
            look: 'place',
            shown: 'text',
            value: about ? placeText(about, of) : null,
          }),
        ),
        ...measures.map(({ at, column }): TemplateCell => ({ at, look: 'input', shown: shownAs(column), value: null })),
        { at: check, look: 'check', shown: 'words', value: about && !isKeyed(dataset) ? untouched : '', formula },
        { at: explanation, look: 'remark', shown: 'words', value: null },
        ...references.map(
          ({ at, column }): TemplateCell => ({
            at,
            look: 'reference',
            shown: shownAs(column),
            value: saidBefore(column, values?.[column.name] ?? null),
          }),
        ),
      ],
    }
  })
  if (rows.length === 0 || places.length === 0) return { rows: data, merges: [] }
  const total = last + 1
  const label: Merge[] = places.length > 1 ? [{ top: total, bottom: total, left: 0, right: places.length - 1 }] : []
  return { rows: [...data, { cells: totalCells(order, columns, first, last), height: 22 }], merges: label }
}

/** 合计 by formula, blank as long as nothing is filled in; in the check column how far one has come. */
function totalCells(
  { dataset, rows }: TemplateOrder,
  columns: TemplateColumns,
  first: number,
  last: number,
): TemplateCell[] {
  const { places, measures, references, check, explanation } = columns
  const checks = rangeOf(check, first, last)
  const done = `COUNTIF(${checks},"${correct}")+COUNTIF(${checks},"${explained}")`
  // Of a list nobody knows how many lines it will have.
  const ofAll = isKeyed(dataset) ? '' : `，共 ${rows.length} 行`
  const sum = ({ at, column }: TemplateColumns['measures'][number]): TemplateCell => {
    const cells = rangeOf(at, first, last)
    if (!isAdditive(column)) return { at, look: 'total', shown: 'words', value: null }
    return {
      at,
      look: 'total',
      shown: shownAs(column),
      value: '',
      formula: `IF(COUNT(${cells})=0,"",SUM(${cells}))`,
    }
  }
  return [
    ...places.map(({ at }): TemplateCell => ({ at, look: 'total', shown: 'words', value: at === 0 ? '合计' : null })),
    ...measures.map((measure) => sum(measure)),
    {
      at: check,
      look: 'total',
      shown: 'words',
      value: `已填对 0 行${ofAll}`,
      formula: `"已填对 "&(${done})&" 行${ofAll}"`,
    },
    { at: explanation, look: 'total', shown: 'words', value: null },
    ...references.map((reference) => sum(reference)),
  ]
}

function placeText({ region, above }: TemplateRegion, of: 'code' | string): string {
  if (of === 'code') return region.region_code
  return [region, ...above].find(({ region_level }) => region_level === of)?.region_name ?? ''
}

function shownAs({ kind }: Column): Shown {
  return kind === 'code' ? 'choice' : kind === 'text' ? 'words' : kind
}

/** A stored value as it is written on the sheet: shares as the part that percent formats show, codes as their words. */
function saidBefore(column: Column, value: CellValue): string | number | null {
  if (column.kind === 'code') return Object.entries(column.codes).find(([, stored]) => stored === value)?.[0] ?? null
  return column.kind === 'share' && typeof value === 'number' ? value / 100 : value
}
