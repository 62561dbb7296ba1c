import type { Dataset, RowCheck } from '../../domain/dataset.js'
import { columnsOf, type evaluate, type Formula, sourceOf } from '../../domain/formula.js'
import type { Finding } from '../../domain/reject.js'
import type { Text } from '../../domain/text.js'
import { finding } from '../finding.js'
import { say } from '../messages.js'
import { cellAt } from '../reading/grid.js'
import type { ReadRow } from '../rows/row.js'
import type { MeasureColumn } from '../table/table.js'

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
  const values = {
    left: sideText(row, formula.left, datasets),
    right: sideText(row, formula.right, datasets),
    left_value: said(left),
    right_value: said(right),
    relation: say(formula.operator === '=' ? 'relation_differs' : 'relation_above'),
    sentence: check.sentence,
    way_out: say(check.severity === 'reject' ? 'way_correct' : 'way_explain'),
  }
  const column = seen?.column.name ?? 'region_name'
  return { ...finding(check.severity, 'row_check', { ...place, column }, values), code: check.id }
}

/** The cell that stands for a comparison: the last of the row's own columns on the right side, else the first that is there. */
function shownColumn({ table }: ReadRow, formula: Formula): MeasureColumn | undefined {
  const names = [formula.right.flat().at(-1), ...columnsOf(formula)]
  return names.flatMap((name) => table.measures.find(({ column }) => column.name === name) ?? [])[0]
}

/** One side in words: 单独组建、联合组建之和, or 最低报酬×书记职数. */
function sideText(row: ReadRow, side: Formula['left'], datasets: readonly Dataset[]): Text {
  const texts = side.map((product) => product.map((name) => nameText(row, name, datasets)))
  const zh = texts.map((product) => product.map((text) => text.zh).join('×'))
  const en = texts.map((product) => product.map((text) => `"${text.en}"`).join(' × '))
  return { zh: zh.join('、') + (side.length > 1 ? '之和' : ''), en: en.join(' + ') }
}

/** A name in words: 村数, 上期的村数, “村级组织活动场所情况表”的村数. */
function nameText({ table: { dataset } }: ReadRow, name: string, datasets: readonly Dataset[]): Text {
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
