import type { Explanations } from '../../domain/submission.js'
import { tight } from '../plain-text.js'
import { cellAt, type Grid, type GridRow } from '../reading/grid.js'
import { cellsAboutPersons } from '../table/form-lines.js'
import { withoutPersonalNumbers } from '../table/personal.js'
import { indexHeadings, indexName } from './index-sheet.js'

/** The sheets of a file that are the sender's own: the index of a marked copy is not part of what was sent. */
export function withoutIndex(grids: readonly Grid[]): Grid[] {
  return grids.filter((grid) => headingsOf(grid) === null)
}

/**
 * What the sender wrote into the column 情况说明 of the index sheet, without personal numbers. Several lines on one cell are one
 * story; of several findings without a cell, all have to be explained, for each is about another place.
 */
export function explanationsIn(grids: readonly Grid[]): Explanations {
  const said = new Map<string, string[]>()
  for (const grid of grids) {
    const headings = headingsOf(grid)
    if (headings === null) continue
    const { row: header, at } = headings
    for (const row of grid.rows) {
      const key = cellAt(row, at('标识')).text.trim()
      if (row.number <= header || key === '') continue
      said.set(key, [...(said.get(key) ?? []), withoutPersons(cellAt(row, at('情况说明')).text)])
    }
  }
  const explanations = new Map<string, string>()
  for (const [key, texts] of said) {
    const given = texts.filter((text) => text !== '')
    const settled = key.startsWith(':') ? given.length === texts.length : given.length > 0
    if (settled) explanations.set(key, [...new Set(given)].join('；'))
  }
  return explanations
}

/** Where the table of an index sheet has its columns; null when the sheet is not one. */
function headingsOf({
  sheet,
  rows,
}: Grid): { row: number; at: (heading: (typeof indexHeadings)[number]) => number } | null {
  if (!sheet?.startsWith(indexName)) return null
  const textsOf = (row: GridRow) => row.cells.map(({ text }) => tight(text))
  const header = rows.slice(0, 30).find((row) => indexHeadings.every((heading) => textsOf(row).includes(heading)))
  return header ? { row: header.number, at: (heading) => textsOf(header).indexOf(heading) } : null
}

function withoutPersons(text: string): string {
  const [changed] = cellsAboutPersons({ number: 1, cells: [{ text, value: text }] }, { bareLabels: false })
  return withoutPersonalNumbers((changed?.text ?? text).replace(/\s+/g, ' ').trim())
}
