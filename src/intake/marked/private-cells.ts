import type { Dataset } from '../../domain/dataset.js'
import type { Finding } from '../../domain/reject.js'
import { cellAt, type Grid, type GridRow } from '../reading/grid.js'
import { chooseDataset } from '../table/choose-dataset.js'
import type { FoundTable } from '../table/find-table.js'
import { cellsAboutPersons, isFormLine } from '../table/form-lines.js'
import { isPersonalHeading, personalNumberIn, withoutPersonalNumbers } from '../table/personal.js'
import { type CellPosition, positionOf } from './cell-position.js'

/** A cell that must not be kept as it stands, and what stands there instead. */
export interface PrivateCell extends CellPosition {
  text: string
}

/** Says of the rows of a sheet, hidden ones included, which cells are not kept as they are. */
export type Privacy = (sheet: string | null, rows: readonly GridRow[]) => PrivateCell[]

/**
 * What a copy that lies on our own disk must not hold: numbers of persons, and what is no office where one is asked for, become `***`; what stands beside 填报人 and the like,
 * and in columns about persons, is taken out.
 */
export function privacyOf(
  grids: readonly Grid[],
  fileName: string,
  datasets: readonly Dataset[],
  findings: readonly Finding[],
): Privacy {
  const chosen = chooseDataset(grids, fileName, datasets)
  const tables = 'tables' in chosen ? chosen.tables : []
  const refused = findings.flatMap(({ code, sheet, cell }) => {
    const heading = code === 'personal_column' && cell !== null ? positionOf(cell) : null
    return heading === null ? [] : [{ sheet, ...heading }]
  })
  // What stands where an office is asked for, and is none, may be a person; and beside a number stands a name.
  const named = findings.flatMap(({ code, sheet, cell }) => {
    const isNamed = code === 'not_an_office' || code === 'personal_value'
    const position = isNamed && cell !== null ? positionOf(cell) : null
    return position === null ? [] : [{ sheet, ...position, text: '***' }]
  })
  return (sheet, rows) => {
    const table = tables.find(({ grid }) => grid.sheet === sheet)
    // Above a table there are labels with their values, not lists.
    const lists = personalHeadings(rows).filter(({ row }) => table === undefined || row >= firstRowOf(table))
    const headings = [...refused.filter((heading) => heading.sheet === sheet), ...lists]
    const own = named.filter((one) => one.sheet === sheet)
    const others = rows.flatMap((row) => privateCellsOf(row, table, headings))
    return [...others.filter(({ row, at }) => !own.some((one) => one.row === row && one.at === at)), ...own]
  }
}

function privateCellsOf(row: GridRow, table: FoundTable | undefined, headings: PersonalHeading[]): PrivateCell[] {
  const isHeader = table !== undefined && row.number <= table.headerRow && row.number >= firstRowOf(table)
  const texts = new Map<number, string>()
  const figures = row.cells.filter(({ text }) => text !== '' && /^[\d.,%]+$/.test(text)).length
  // A label without a colon is a heading or a figure's neighbour where the row is part of a table.
  const bareLabels = !isHeader && figures < 3
  for (const { at, text } of cellsAboutPersons(row, { bareLabels })) texts.set(at, text)
  const money = table !== undefined && row.number > table.headerRow ? moneyColumns(table) : new Set<number>()
  for (let at = 0; at < row.cells.length; at++) {
    const { text } = cellAt(row, at)
    const isBelow = headings.some((heading) => heading.at === at && isBelowHeading(row.number, heading))
    if (text.trim() === '') continue
    if (isBelow) texts.set(at, '')
    // Money may well have eleven digits.
    else if (!(money.has(at) && /^[\d.,]+$/.test(text) && personalNumberIn(text) !== 'identity'))
      texts.set(at, withoutPersonalNumbers(texts.get(at) ?? text))
  }
  return [...texts].flatMap(([at, text]) => (text === cellAt(row, at).text ? [] : [{ row: row.number, at, text }]))
}

function firstRowOf({ grid, first }: FoundTable): number {
  return grid.rows[first]?.number ?? 1
}

function moneyColumns({ headings }: FoundTable): Set<number> {
  const isMoney = ({ meaning }: FoundTable['headings'][number]) =>
    meaning !== null && 'column' in meaning && meaning.column.kind === 'amount'
  return new Set(headings.filter(isMoney).map(({ at }) => at))
}

/** A heading over particulars of persons: down to `last`, or to the end of the sheet. */
interface PersonalHeading extends CellPosition {
  last?: number
}

function isBelowHeading(row: number, heading: PersonalHeading): boolean {
  return row > heading.row && row <= (heading.last ?? Number.POSITIVE_INFINITY)
}

/** Headings of lists of persons on any sheet, also on those that intake does not read: what stands under them without a gap. */
function personalHeadings(rows: readonly GridRow[]): PersonalHeading[] {
  return rows.flatMap((row, index) => {
    const filled = row.cells.flatMap(({ text }, at) => (text.trim() === '' ? [] : [at]))
    const isHeading = (at: number) => {
      const { text } = cellAt(row, at)
      return text.length <= 20 && /\p{Script=Han}/u.test(text) && isPersonalHeading(text)
    }
    // A row that begins so is a signature: 填报人 | … | 联系电话 | …
    if (filled.length < 3 || isFormLine(row) || isHeading(filled[0] ?? 0)) return []
    return filled.flatMap((at) => {
      if (!isHeading(at)) return []
      let last = index
      while (cellAt(rows[last + 1], at).text.trim() !== '') last++
      return last === index ? [] : [{ row: row.number, at, last: rows[last]?.number ?? row.number }]
    })
  })
}
