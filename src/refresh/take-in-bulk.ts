import { mkdir } from 'node:fs/promises'
import type { BulkRecord, BulkShape } from '../domain/bulk.js'
import { monthsOf, type Period } from '../domain/period.js'
import { prefixOf } from '../domain/region.js'
import type { Finding } from '../domain/reject.js'
import type { Judged } from '../domain/submission.js'
import { shapeOf, tableWith } from '../intake/bulk/bulk-plan.js'
import { bulkPeriods, gridRow, readOddText, withRows } from '../intake/bulk/bulk-table.js'
import { openBulk } from '../intake/bulk/open-bulk.js'
import { gapFindings, maxNames } from '../intake/checks/check-completeness.js'
import { enough } from '../intake/checks/check-magnitude.js'
import { compareTotals } from '../intake/checks/check-totals.js'
import { explainAll } from '../intake/checks/explain.js'
import { wantedFigures } from '../intake/checks/recall.js'
import { slippedUnits } from '../intake/checks/slipped-units.js'
import { finding } from '../intake/finding.js'
import { FindingList } from '../intake/finding-list.js'
import { judgeCounted, type Read, refuse } from '../intake/judge.js'
import type { GridRow } from '../intake/reading/grid.js'
import { type DatedTable, periodsOf, placedCodes, readRows } from '../intake/rows/read-rows.js'
import { regionBookOf, regionTestOf } from '../intake/rows/region-book.js'
import { choosePeriod } from '../intake/table/choose-period.js'
import { chooseUnit } from '../intake/table/choose-unit.js'
import { panelsOf } from '../intake/table/panels.js'
import { type IntakeContext, refusesFile } from '../intake/take-in.js'
import { listDoubtful, middlesOf } from '../warehouse/bulk-doubt.js'
import { countSure, missingRegions, placesAndTimes } from '../warehouse/bulk-facts.js'
import { prepareExtra } from '../warehouse/bulk-load.js'
import type { BulkStage } from '../warehouse/bulk-stage.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { parentFindings } from './bulk-parents.js'
import { findWitnesses } from './bulk-witnesses.js'
import { readDoubtful } from './doubtful-rows.js'
import { EarlyStage } from './early-stage.js'

/** A large file as judged; its accepted rows are staged in the warehouse, ready for `loadStaged`, until the stage is dropped. */
export interface BulkTaken {
  result: Judged
  shape: BulkShape | null
  stage: BulkStage | null
}

/** Why a file is nothing for this path: its rows have no codes, or too many of them are nothing that code and list settle. */
export type Unfit = 'large_without_codes' | 'large_unclear'

/** More rows than this whose code is in no list, and more different texts for a period, are no clean file. */
export const [maxUnsorted, maxPeriods, page] = [20_000, 1_000, 20_000]

/**
 * Takes a large text file in as `takeIn` takes in a small one, with the same result, without holding it: the engine decides which rows
 * are beyond doubt, and every other row is read by the very code that reads small files.
 */
export async function takeInBulk(
  warehouse: Warehouse,
  file: { name: string; path: string },
  context: IntakeContext,
  work: string,
): Promise<BulkTaken | Unfit> {
  const read: Read = { file_name: file.name, dataset: null, reporting_unit: null, period: null }
  const refused = (findings: readonly Finding[], rows = 0, stage: BulkStage | null = null): BulkTaken => {
    const { accepted: _, ...result } = refuse(read, [...findings], rows)
    return { result, shape: null, stage }
  }
  await mkdir(work, { recursive: true })
  const early = new EarlyStage(warehouse, context.regions)
  const leave = async <Value>(value: Value) => {
    await early.drop()
    return value
  }
  const opened = await openBulk(file.path, file.name, work, context.datasets, (guess) => early.begin(guess))
  if (opened === 'too_wide') return leave('large_unclear' as const)
  if ('severity' in opened) return leave(refused([opened]))
  const { plan } = opened
  const { dataset } = plan
  read.dataset = dataset.id

  if (panelsOf(plan.found).length > 1) return leave('large_unclear' as const)
  const book = regionBookOf(context.regions)
  const regionTest = regionTestOf(book, dataset.grain)
  const bare = tableWith(plan, [], regionTest)
  const first = shapeOf(plan, bare)
  if (first === null) return leave('large_without_codes' as const)
  const stage = await early.of(opened.file)
  const received = context.received_on?.slice(0, 7) ?? null
  const period = choosePeriod(bare.table, file.name, received)
  const whenever = { period: typeof period === 'string' ? period : null, received }
  const texts = first.period === null ? [] : await stage.distinctTexts(first.period, maxPeriods + 1)
  if (texts.length > maxPeriods) return unfit(stage, 'large_unclear')
  const periodTexts = bulkPeriods({ table: bare.table, ...whenever }, texts)
  await stage.readPlain(first, periodTexts)
  const unsorted = await stage.unsorted(maxUnsorted + 1)
  if (unsorted.length > maxUnsorted) return unfit(stage, 'large_unclear')
  const witnesses = await findWitnesses(stage, plan, bare, opened.file.width)

  // The table as a small file would give it, with those rows only that say something about all of it.
  const looked = [...new Map([...unsorted, ...witnesses].map((one) => [one.record, one])).values()]
  looked.sort((one, other) => one.record - other.record)
  const whole = tableWith(plan, looked.map(gridRow), regionTest)
  const { table } = whole
  const dated: DatedTable = { table, ...whenever }
  const shape = shapeOf(plan, whole) ?? first
  // A line below the rows may have said in which unit they are.
  if (JSON.stringify(shape) !== JSON.stringify(first)) await stage.readPlain(shape, periodTexts)
  const apart = new Map(unsorted.map(({ record, number }) => [number, record]))
  const single = table.rows.filter(({ number }) => apart.has(number))
  // Where a section tells of the rows below it, each row would have to be read with those above.
  if (table.sections.length > 0 || single.some((row) => needsRowAbove(row, table))) return unfit(stage, 'large_unclear')
  const { counties, periods: stated, rows } = await placesAndTimes(warehouse)
  const rowsIn = rows + single.length
  const findings = [...plan.findings, ...whole.findings]
  if (refusesFile(findings)) return refused(findings, rowsIn, stage)
  if (rowsIn === 0) return refused([...findings, finding('reject', 'no_rows', {})], 0, stage)
  if (typeof period !== 'string' && table.period === null) return refused([...findings, period], rowsIn, stage)

  const singles = withRows(dated, single)
  const periods = [...new Set([...stated, ...(single.length > 0 ? periodsOf(singles) : [])])].sort()
  const [earliest, last] = [periods[0], periods.at(-1)]
  read.period = earliest === undefined || earliest === last ? (earliest ?? null) : `${earliest}/${last}`
  const unplaced = last === undefined ? [] : await stage.unplaced(counties, page)
  const codes = () => [...counties, ...placedCodes([withRows(dated, [...single, ...unplaced.map(gridRow)])], book)]
  const chosen =
    last === undefined
      ? { unit: null, findings: [] }
      : chooseUnit([table], file.name, { period: last, month: monthsOf(last).last }, book, codes)
  const { unit } = chosen
  read.reporting_unit = unit?.region_code ?? null
  findings.push(...chosen.findings)

  await readOdd(stage, shape, dated)
  const within = prefixOf(unit)
  const singleRows = readRows(singles, unit, book)
  const claims = singleRows.flatMap(({ region, period: of }) =>
    region && of ? { region_code: region.region_code, period: of } : [],
  )
  const slipping = shape.columns
    .filter(({ column }) => slippedUnits(column).length > 0)
    .map(({ column }) => column.name)
  const values = singleRows.map((row) => row.values)
  const middles = await middlesOf(warehouse, slipping, enough, values)
  const comparison = { datasets: context.datasets, wanted: wantedFigures(dataset, periods, context.datasets), middles }
  const records = [...single.flatMap(({ number }) => apart.get(number) ?? []), ...sortedOnly(witnesses, apart)]
  await listDoubtful(warehouse, { shape, within, known: comparison.wanted, middles, records, claims })
  await prepareExtra(warehouse, dataset)

  const list = new FindingList([])
  const doubtful = await readDoubtful(stage, shape, dated, unit, book, list, comparison)
  const sure = await countSure(warehouse)
  if (sure + doubtful.rows !== rowsIn) throw new Error(`rows do not add up in ${file.name}`)
  const totals = compareTotals(table, doubtful.segments)
  const wanted = { level: dataset.grain, within, periods: periods.map(withMonth), names: maxNames }
  const gaps = unit ? gapFindings(dataset, await missingRegions(warehouse, wanted, doubtful.present), unit, book) : []
  const parents = await parentFindings(stage, dataset, comparison, doubtful.groups, book)
  list.lead(explainAll([table], [], [...findings, ...totals, ...gaps, ...parents], new Map()))
  const counts = { in: rowsIn, bad: doubtful.bad }
  const result = judgeCounted(read, dataset.partial, [table], counts, list)
  return { result, shape, stage }
}

/** Has the odd texts of all columns read, each once, and puts plain and odd cells together. */
async function readOdd(stage: BulkStage, shape: BulkShape, { table }: DatedTable): Promise<void> {
  const count = await stage.collectOdd(shape)
  for (let from = 0; from < count; from += page)
    await stage.putReadings((await stage.oddTexts(from, page)).map((odd) => readOddText(table, odd)))
  await stage.mergeReadings(shape)
}

/** A row without a code that leaves out a place above it means that of the row above, which may not have been looked at. */
function needsRowAbove(row: GridRow, { code, parents }: DatedTable['table']): boolean {
  const isBlank = (at: number) => (row.cells[at]?.text ?? '').trim() === ''
  return code !== null && isBlank(code) && parents.some(isBlank)
}

function sortedOnly(witnesses: readonly BulkRecord[], apart: ReadonlyMap<number, number>): number[] {
  return witnesses.filter(({ number }) => !apart.has(number)).map(({ record }) => record)
}

function withMonth(period: Period): { period: Period; month: Period } {
  return { period, month: monthsOf(period).last }
}

async function unfit(stage: BulkStage, why: Unfit): Promise<Unfit> {
  await stage.drop()
  return why
}
