import type { Dataset } from '../domain/dataset.js'
import type { Known } from '../domain/known.js'
import { monthsOf, type Period } from '../domain/period.js'
import { prefixOf, type Region } from '../domain/region.js'
import type { Finding } from '../domain/reject.js'
import type { IntakeResult } from '../domain/submission.js'
import { checkAgainstKnown } from './checks/check-against.js'
import { checkCompleteness } from './checks/check-completeness.js'
import { checkDuplicates } from './checks/check-duplicates.js'
import { checkJumps } from './checks/check-jumps.js'
import { checkMagnitude } from './checks/check-magnitude.js'
import { addToGroups, checkParents, type ParentGroup } from './checks/check-parents.js'
import { checkFigures } from './checks/check-rows.js'
import { checkTotals } from './checks/check-totals.js'
import { explainAll } from './checks/explain.js'
import { recallFor, wantedFigures } from './checks/recall.js'
import { finding } from './finding.js'
import { judge, type Read, refuse } from './judge.js'
import { explanationsIn, withoutIndex } from './marked/read-index.js'
import { openFile, type ReceivedFile } from './reading/open-file.js'
import { type DatedTable, periodsOf, placedCodes, readRows } from './rows/read-rows.js'
import { regionBookOf, regionTestOf } from './rows/region-book.js'
import { chooseDataset } from './table/choose-dataset.js'
import { choosePeriod } from './table/choose-period.js'
import { chooseUnit } from './table/choose-unit.js'
import { numberTables } from './table/number-tables.js'
import { panelsOf } from './table/panels.js'
import { readTable } from './table/read-table.js'
import { stampedDatasets, stampedPeriod, stampedUnit } from './table/stamped.js'

/** What intake has to know beside the file itself. */
export interface IntakeContext {
  /** The returns that are expected at all. */
  datasets: readonly Dataset[]
  /** Every region with its validity; a code may stand there twice. */
  regions: readonly Region[]
  /** The day (`YYYY-MM-DD`) of receipt: a period that begins later is refused. Left out, it is not checked. */
  received_on?: string
  /** What was accepted before, to hold the figures against; left out, nothing is. */
  known?: Known
}

/**
 * One received file in, accepted rows and findings out. Nothing that may stand in a file makes it throw: a file that cannot
 * be taken in is a result with the verdict `refused` and a finding that says why, and what to do.
 */
export async function takeIn(file: ReceivedFile, context: IntakeContext): Promise<IntakeResult> {
  const read: Read = { file_name: file.name, dataset: null, reporting_unit: null, period: null }
  const opened = await openFile(file)
  if ('severity' in opened) return refuse(read, [opened])
  const { stamp } = opened
  const grids = withoutIndex(opened.grids)

  const chosen = chooseDataset(grids, file.name, stampedDatasets(stamp, context.datasets))
  if ('severity' in chosen) return refuse(read, [chosen])
  const { dataset } = chosen
  read.dataset = dataset.id

  const book = regionBookOf(context.regions)
  const regionTest = regionTestOf(book, dataset.grain)
  const tables = numberTables(chosen.tables.flatMap(panelsOf).map((found) => readTable(found, regionTest)))
  const findings = [...chosen.findings, ...tables.flatMap((table) => table.findings)]
  const rowsIn = tables.reduce((sum, { table }) => sum + table.rows.length, 0)
  if (refusesFile(findings)) return refuse(read, findings, rowsIn)
  if (rowsIn === 0) return refuse(read, [...findings, finding('reject', 'no_rows', {})])

  const received = context.received_on?.slice(0, 7) ?? null
  const dated = tables
    .filter(({ table }) => table.rows.length > 0)
    .map(({ table }): DatedTable => {
      const period = stampedPeriod(stamp, choosePeriod(table, file.name, received), table)
      // Where every row has its own period, the table as a whole needs none.
      if (typeof period !== 'string' && table.period === null) findings.push(period)
      return { table, period: typeof period === 'string' ? period : null, received }
    })
  if (refusesFile(findings)) return refuse(read, findings, rowsIn)

  const periods = dated.flatMap((table) => [...periodsOf(table)]).sort()
  const [first, last] = [periods[0], periods.at(-1)]
  read.period = first === undefined || first === last ? (first ?? null) : `${first}/${last}`
  const latest = last === undefined ? null : { period: last, month: monthsOf(last as Period).last }
  const withPeriod = dated.map(({ table }) => table)
  const { unit, findings: aboutUnit } = latest
    ? (stampedUnit(stamp, withPeriod, latest.month, book) ??
      chooseUnit(withPeriod, file.name, latest, book, () => placedCodes(dated, book)))
    : { unit: null, findings: [] as Finding[] }
  read.reporting_unit = unit?.region_code ?? null
  findings.push(...aboutUnit)
  if (refusesFile(findings)) return refuse(read, findings, rowsIn)

  const byTable = dated.map((table) => readRows(table, unit, book))
  const rows = byTable.flat()
  checkFigures(rows)
  checkDuplicates(rows)
  const recall = context.known
    ? await recallFor(wantedFigures(dataset, [...new Set(periods)], context.datasets), prefixOf(unit), context.known)
    : null
  checkMagnitude(rows, recall)
  if (recall) {
    checkJumps(rows, recall)
    checkAgainstKnown(rows, recall, context.datasets)
  }
  const groups = new Map<string, ParentGroup>()
  addToGroups(groups, dataset, rows)
  const parents = recall ? checkParents(dataset, groups, recall, context.datasets, book) : []
  const totals = dated.flatMap(({ table }, index) => {
    const own = byTable[index] ?? []
    return checkTotals(table, own, table.panel === null ? own : rows.filter((row) => row.table.sheet === table.sheet))
  })
  const gaps = unit ? checkCompleteness(dataset, rows, unit, book) : []
  const readTables = dated.map(({ table }) => table)
  const all = explainAll(readTables, rows, [...findings, ...totals, ...gaps, ...parents], explanationsIn(opened.grids))
  return judge(read, dataset.partial, readTables, rows, all)
}

/** True when one of the findings is about the whole file: refused without a row. */
export function refusesFile(findings: readonly Finding[]): boolean {
  return findings.some(({ severity, row }) => severity === 'reject' && row === null)
}
