import type { RowCheck } from '../../domain/dataset.js'
import { columnsOf, evaluate, type Formula, parseFormula } from '../../domain/formula.js'
import type { Known } from '../../domain/known.js'
import { type Period, shiftPeriod } from '../../domain/period.js'
import { prefixOf } from '../../domain/region.js'
import type { Text } from '../../domain/text.js'
import { finding } from '../finding.js'
import { say } from '../messages.js'
import { cellAt } from '../reading/grid.js'
import { isRejected, type ReadRow } from '../rows/row.js'
import type { Unit } from '../table/find-unit.js'
import type { MeasureColumn } from '../table/table.js'
import { periodText } from '../words.js'

/** Compares the figures of each row as the return declares, and adds what does not hold to the row's findings. */
export function checkFigures(rows: readonly ReadRow[]): void {
  const parsed = new Map<RowCheck, Formula>()
  for (const row of rows) {
    for (const check of row.table.dataset.checks) {
      const formula = parsed.get(check) ?? parseFormula(check.formula)
      parsed.set(check, formula)
      const result = evaluate(formula, row.values)
      if (result === null || result.holds) continue
      const seen = shownColumn(row, formula)
      const relation = say(formula.operator === '=' ? 'relation_differs' : 'relation_above')
      const [left, right] = [sideText(row, formula.left), sideText(row, formula.right)]
      const values = { left, right, left_value: said(result.left), right_value: said(result.right), relation }
      const place = {
        sheet: row.table.sheet,
        row: row.source.number,
        at: seen.at,
        column: seen.column.name,
        original: cellAt(row.source, seen.at).text,
      }
      row.findings.push({
        ...finding(check.severity, 'row_check', place, { ...values, sentence: check.sentence }),
        code: check.id,
      })
    }
  }
}

/** Asks about stocks that moved by more than their column allows since the period before. */
export async function checkJumps(rows: readonly ReadRow[], unit: Unit | null, known: Known): Promise<void> {
  const columns = [...new Set(rows.flatMap(({ table }) => table.measures))].flatMap(({ column }) =>
    column.jump_pct === null ? [] : column.name,
  )
  const [first] = rows
  if (columns.length === 0 || first === undefined) return
  const dataset = first.table.dataset.id
  const befores = [...new Set(rows.flatMap(({ period }) => (period === null ? [] : shiftPeriod(period, -1))))]
  const answers = new Map<Period, Awaited<ReturnType<Known>>>()
  for (const period of befores) {
    answers.set(period, await known({ dataset, period, columns: [...new Set(columns)], within: prefixOf(unit) }))
  }
  for (const row of rows) {
    const { table, region, period } = row
    const watched = table.measures.filter(({ column }) => column.jump_pct !== null)
    if (watched.length === 0 || region === null || period === null || isRejected(row)) continue
    const before = shiftPeriod(period, -1)
    const values = answers.get(before)?.get(region.region_code)
    for (const { column, at } of watched) {
      const [was, is, limit] = [values?.[column.name], row.values[column.name], column.jump_pct ?? 0]
      if (typeof was !== 'number' || typeof is !== 'number' || was === 0) continue
      const change = (Math.abs(is - was) / Math.abs(was)) * 100
      if (change <= limit) continue
      const original = cellAt(row.source, at).text
      const place = { sheet: table.sheet, row: row.source.number, at, column: column.name, original }
      const said = { header: column.header, period: periodText(before), before: was, change: Math.round(change), limit }
      row.findings.push(finding('warn', 'jump', place, said))
    }
  }
}

/** The cell that stands for a comparison: the last column of the right side, else the first that is there. */
function shownColumn({ table }: ReadRow, formula: Formula): MeasureColumn {
  const names = [formula.right.flat().at(-1), ...columnsOf(formula)]
  return names.flatMap((name) => table.measures.find(({ column }) => column.name === name) ?? [])[0] as MeasureColumn
}

/** One side in words: 单独组建、联合组建之和, or 最低报酬×书记职数. */
function sideText({ table }: ReadRow, side: Formula['left']): Text {
  const header = (name: string) => table.dataset.columns.find((column) => column.name === name)?.header
  const zh = side.map((product) => product.map((name) => header(name)?.zh ?? name).join('×'))
  const en = side.map((product) => product.map((name) => `"${header(name)?.en ?? name}"`).join(' × '))
  return { zh: zh.join('、') + (side.length > 1 ? '之和' : ''), en: en.join(' + ') }
}

function said(value: number): number {
  return Math.round(value * 100) / 100
}
