import type { Dataset, RowCheck } from '../../domain/dataset.js'
import { columnsOf, type evaluate, type Formula, sourceOf } from '../../domain/formula.js'
import { type Period, periodText } from '../../domain/period.js'
import type { Finding } from '../../domain/reject.js'
import type { Text } from '../../domain/text.js'
import { finding, type MessageValues } from '../finding.js'
import { say } from '../messages.js'
import { cellAt } from '../reading/grid.js'
import type { ReadRow } from '../rows/row.js'
import type { MeasureColumn } from '../table/table.js'
import type { ReadCheck } from './check-rows.js'

/** The finding for a comparison that does not hold: both sides in words and figures, what is wrong, and the cell that stands for it. */
export function brokenCheck(
  row: ReadRow,
  check: RowCheck,
  formula: Formula,
  { left, right }: NonNullable<ReturnType<typeof evaluate>>,
  datasets: readonly Dataset[] = [],
): Finding {
  const { sheet } = row.table
  const seen = shownColumn(row, formula)
  const at = seen?.at ?? row.table.name ?? row.table.code ?? 0
  const place = { sheet, row: row.source.number, at, original: cellAt(row.source, at).text.trim() }
  const values = sidesOf(row.table.dataset, check, formula, { left, right }, datasets)
  const column = seen?.column.name ?? 'region_name'
  return { ...finding(check.severity, 'row_check', { ...place, column }, values), code: check.id }
}

/** The same for a region whose rows do not go with what it reported itself: it is about no row of them. */
export function brokenParentCheck(
  about: { dataset: Dataset; datasets: readonly Dataset[]; read: ReadCheck; name: string; period: Period },
  result: { left: number; right: number },
): Finding {
  const { check, formula } = about.read
  const values = sidesOf(about.dataset, check, formula, result, about.datasets)
  const place = { column: 'region_name', original: about.name }
  return {
    ...finding(check.severity, 'parent_check', place, { ...values, period: periodText(about.period) }),
    code: check.id,
  }
}

function sidesOf(
  dataset: Dataset,
  check: RowCheck,
  formula: Formula,
  { left, right }: { left: number; right: number },
  datasets: readonly Dataset[],
): MessageValues {
  return {
    left: sideText(dataset, formula.left, datasets),
    right: sideText(dataset, formula.right, datasets),
    left_value: said(left),
    right_value: said(right),
    relation: say(formula.operator === '=' ? 'relation_differs' : 'relation_above'),
    sentence: check.sentence,
    way_out: say(check.severity === 'reject' ? 'way_correct' : 'way_explain'),
  }
}

/** The cell that stands for a comparison: the last of the row's own columns on the right side, else the first that is there. */
function shownColumn({ table }: ReadRow, formula: Formula): MeasureColumn | undefined {
  const names = [formula.right.flat().at(-1), ...columnsOf(formula)]
  return names.flatMap((name) => table.measures.find(({ column }) => column.name === name) ?? [])[0]
}

/** One side in words: 单独组建、联合组建之和, or 最低报酬×书记职数. */
function sideText(dataset: Dataset, side: Formula['left'], datasets: readonly Dataset[]): Text {
  const texts = side.map((product) => product.map((name) => nameText(dataset, name, datasets)))
  const zh = texts.map((product) => product.map((text) => text.zh).join('×'))
  const en = texts.map((product) => product.map((text) => `"${text.en}"`).join(' × '))
  return { zh: zh.join('、') + (side.length > 1 ? '之和' : ''), en: en.join(' + ') }
}

/** A name in words: 村数, 上期的村数, “村级组织活动场所情况表”的村数. */
function nameText(dataset: Dataset, name: string, datasets: readonly Dataset[]): Text {
  const source = sourceOf(name)
  if (source.from === 'row' && source.column === 'rows') return say('name_rows')
  const of = 'dataset' in source ? datasets.find(({ id }) => id === source.dataset) : dataset
  const header = of?.columns.find((column) => column.name === source.column)?.header ?? { zh: name, en: name }
  if (source.from === 'row') return header
  if (source.from === 'last') return say('name_last', { header })
  return say(source.from === 'parent' ? 'name_parent' : 'name_return', { header, title: of?.title ?? '' })
}

function said(value: number): number {
  return Math.round(value * 100) / 100
}
