import { sayPeriod } from '../../domain/period.js'
import type { Merge } from '../reading/grid.js'
import type { TemplateColumns } from './columns.js'
import type { TemplateOrder } from './order.js'
import type { TemplateCell, TemplateRow } from './template.js'
import { linesOf } from './text-width.js'

const hint =
  '只填白色格，可整行粘贴（选择性粘贴—数值）；灰色格自动生成，不用填。校验栏应全部显示“正确”；显示“提醒”而数据属实的，在情况说明栏写明原因。'

/** The rows above the headings: title, whose return and in which units, how to fill it in; over the columns that are always printed. */
export function titleRows(
  { dataset, period, unit_name }: TemplateOrder,
  { places, explanation }: TemplateColumns,
  widths: readonly number[],
): { rows: TemplateRow[]; merges: Merge[] } {
  const cell = (at: number, look: TemplateCell['look'], value: string): TemplateCell => ({
    at,
    look,
    shown: 'words',
    value,
  })
  const span = (row: number, left: number, right: number): Merge => ({ top: row, bottom: row, left, right })
  const units = [...new Set(dataset.columns.flatMap(({ unit }) => unit?.zh ?? []))]
  const width = widths.slice(0, explanation + 1).reduce((sum, one) => sum + one, 0)
  // The name of the unit has the columns of the regions and one more.
  const split = Math.max(places.length, 1)
  return {
    rows: [
      { cells: [cell(0, 'title', `${dataset.title.zh}（${sayPeriod(period, 'zh')}）`)], height: 30 },
      {
        cells: [
          cell(0, 'line', `填报单位：${unit_name}`),
          ...(units.length > 0 ? [cell(split + 1, 'line_right', `计量单位：${units.join('、')}`)] : []),
        ],
        height: 20,
      },
      { cells: [cell(0, 'hint', hint)], height: 2 + 13 * linesOf(hint, width) },
    ],
    merges: [span(1, 0, explanation), span(2, 0, split), span(2, split + 1, explanation), span(3, 0, explanation)],
  }
}
