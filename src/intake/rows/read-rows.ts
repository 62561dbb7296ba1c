import type { CellValue } from '../../domain/column.js'
import { frequencyOf, monthsOf, type Period } from '../../domain/period.js'
import { nationCode, type Region, type RegionCode } from '../../domain/region.js'
import type { Finding } from '../../domain/reject.js'
import { finding } from '../finding.js'
import { say } from '../messages.js'
import { cellAt, type GridRow } from '../reading/grid.js'
import { isAhead, wrongFrequency } from '../table/choose-period.js'
import { readPeriod } from '../table/find-period.js'
import type { Unit } from '../table/find-unit.js'
import { commonHeaders } from '../table/known-headings.js'
import type { Table } from '../table/table.js'
import { examplePeriod } from '../words.js'
import { matchRegion } from './match-region.js'
import { readValue } from './read-value.js'
import type { RegionBook } from './region-book.js'
import type { ReadRow } from './row.js'

/** A table, and what is known of the time that it is about. */
export interface DatedTable {
  table: Table
  /** The period of all of it; null when every row states its own. */
  period: Period | null
  /** The month in which it was received: no period begins after it. Null when that is not known. */
  received: Period | null
}

/** Reads every row of a table: period, region, values. `unit` null: rows may lie anywhere. */
export function readRows(dated: DatedTable, unit: Unit | null, book: RegionBook): ReadRow[] {
  const { table } = dated
  const parents = parentsOf(table)
  const blank: Record<string, CellValue> = Object.fromEntries(table.dataset.columns.map(({ name }) => [name, null]))
  return table.rows.map((source, index) => {
    const findings: Finding[] = []
    const rowPeriod = periodOf(dated, source, findings)
    const region =
      rowPeriod === null ? null : regionOf(table, source, parents[index] ?? [], rowPeriod, unit, book, findings)
    const values = { ...blank }
    const nothing: ReadRow['nothing'] = {}
    const unread = new Set<string>()
    for (const { at, column, factor } of table.measures) {
      const cell = cellAt(source, at)
      const read = readValue(cell, column, factor)
      if ('value' in read) {
        values[column.name] = read.value
        if (read.nothing) nothing[column.name] = read.nothing
        continue
      }
      unread.add(column.name)
      // What is no office may be a person's name.
      const original = read.code === 'not_an_office' ? '***' : cell.text
      const place = { sheet: table.sheet, row: source.number, at, column: column.name, original }
      findings.push(
        finding('reject', read.code, place, { header: column.header, unit: column.unit ?? '', ...read.values }),
      )
    }
    return { table, source, region, period: rowPeriod, values, nothing, unread, findings }
  })
}

/** The codes of the rows that can be placed without knowing the reporting unit. */
export function* placedCodes(tables: readonly DatedTable[], book: RegionBook): Iterable<RegionCode> {
  for (const dated of tables) {
    const { table } = dated
    const parents = parentsOf(table)
    for (const [index, source] of table.rows.entries()) {
      const rowPeriod = periodOf(dated, source, [])
      const region =
        rowPeriod === null ? null : regionOf(table, source, parents[index] ?? [], rowPeriod, null, book, [])
      if (region) yield region.region_code
    }
  }
}

/** The periods that a table is about: those of its rows, or the one of all of it. */
export function periodsOf(dated: DatedTable): Set<Period> {
  const { table, period } = dated
  const stated = table.period === null ? [period] : table.rows.map((row) => periodOf(dated, row, []))
  return new Set(stated.filter((one) => one !== null))
}

function periodOf({ table, period: whole, received }: DatedTable, source: GridRow, findings: Finding[]): Period | null {
  if (table.period === null) return whole
  const cell = cellAt(source, table.period)
  const { frequency } = table.dataset
  const place = { sheet: table.sheet, row: source.number, at: table.period, column: 'period', original: cell.text }
  if (cell.text.trim() === '') {
    if (whole === null)
      findings.push(
        finding('reject', 'blank_required', place, { header: commonHeaders.period, way_out: say('way_fill_in') }),
      )
    return whole
  }
  const period = readPeriod(cell, frequency)
  if (period === null) findings.push(finding('reject', 'not_a_period', place, { example: examplePeriod(frequency) }))
  else if (frequencyOf(period) !== frequency) findings.push(wrongFrequency(cell.text, table.dataset, place))
  else if (isAhead(period, received)) findings.push(finding('reject', 'period_ahead', place))
  else return period
  return null
}

function regionOf(
  table: Table,
  source: GridRow,
  parents: readonly string[],
  period: Period,
  unit: Unit | null,
  book: RegionBook,
  findings: Finding[],
): Region | null {
  const textAt = (at: number | null) => (at === null ? '' : cellAt(source, at).text)
  // There is only one nation: a return about it need not say so.
  if (table.dataset.grain === 'nation' && table.code === null && table.name === null) return nation
  const cells = { code: textAt(table.code), name: textAt(table.name), parents }
  const about = (which: 'code' | 'name') => {
    const at = (which === 'code' ? table.code : table.name) ?? table.name ?? table.code ?? 0
    const column = at === table.code ? 'region_code' : 'region_name'
    return { sheet: table.sheet, row: source.number, at, column, original: cellAt(source, at).text.trim() }
  }
  if (cells.code.trim() === '' && cells.name.trim() === '') {
    const header = table.name === null ? commonHeaders.region_code : commonHeaders.region_name
    findings.push(finding('reject', 'blank_required', about('name'), { header, way_out: say('way_fill_in') }))
    return null
  }
  const wanted = { level: table.dataset.grain, period, month: monthsOf(period).last, unit }
  const matched = matchRegion(cells, wanted, book)
  if (!('about' in matched)) return matched
  findings.push(finding('reject', matched.code, about(matched.about), matched.values))
  return null
}

const nation: Region = {
  region_code: nationCode,
  region_name: '全国',
  short_name: '全国',
  region_level: 'nation',
  parent_code: null,
  region_class: null,
  valid_from: '1900-01',
  valid_to: null,
}

/** The names of the regions above, row by row: of the section a row stands in, then of merged cells that go on from the row above. */
function parentsOf({ parents, rows, sections }: Table): string[][] {
  if (parents.length === 0 && sections.length === 0) return []
  const last = parents.map(() => '')
  return rows.map((row, index) => {
    const section = sections.findLast(({ after }) => after <= index)
    parents.forEach((at, position) => {
      const text = cellAt(row, at).text.trim()
      if (text !== '') last[position] = text
    })
    return section ? [section.text, ...last] : [...last]
  })
}
