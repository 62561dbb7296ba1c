import type { Dataset } from '../../src/domain/dataset.js'
import type { Region } from '../../src/domain/region.js'
import { chooseRows } from '../../src/intake/template/choose-rows.js'
import { layOutTemplate } from '../../src/intake/template/lay-out.js'
import type { TemplateOrder } from '../../src/intake/template/order.js'
import type { Template } from '../../src/intake/template/template.js'

/** What is typed into one row, in the order of the return's columns, and an explanation if there is one. */
export interface Typed {
  values: readonly (string | number | null)[]
  explanation?: string
}

/** The template that the command would make. */
export function templateOf(
  dataset: Dataset,
  region: string,
  period: string,
  regions: readonly Region[],
  before: TemplateOrder['before'] = null,
): Template {
  return layOutTemplate({ dataset, period, before, ...chooseRows({ dataset, region, period }, regions) })
}

/** The template with the cells that one may type into filled in, row by row; a row that is left out stays as it is. */
export function fillIn(template: Template, typed: (row: number, code: string) => Typed | null): Template {
  const [form, ...others] = template.sheets
  if (form === undefined) throw new Error('a template without a sheet')
  let row = 0
  const rows = form.rows.map(({ cells, height }) => {
    if (!cells.some(({ look }) => look === 'input')) return { cells, height }
    const said = typed(row++, String(cells[0]?.value ?? ''))
    if (said === null) return { cells, height }
    const values = [...said.values]
    return {
      height,
      cells: cells.map((cell) => {
        if (cell.look === 'input') return { ...cell, value: values.shift() ?? null }
        return cell.look === 'remark' ? { ...cell, value: said.explanation ?? null } : cell
      }),
    }
  })
  return { ...template, sheets: [{ ...form, rows }, ...others] }
}

/** A period of each frequency. */
export const periods = { M: '2026-10', Q: '2026-Q3', A: '2026' } as const

/** A row that keeps every rule of the real returns, worked out by hand. */
export const goodRows: Record<string, readonly (string | number | null)[]> = {
  coverage: [120, 60, 40, 10, 30, 15, 12, 40, 20, 10, 5, 5, 8, 6],
  stipend: [10, 19_000, 1, 1_800, 2_000, 0],
  premises: [10, 7, 1, 1, 1, 2],
  funding: [10, 205_000, 500_000.5, 9],
  funding_budget: [1_234_500],
  team: [10, 10, 9, 8, 7, 1, 0],
  rectification: [20, 2, 1, 1],
  income: [50_000.5, 20_000, '是', 1_234_567.89],
  burden: [40, 20, 9, 12, 480],
  tasks: ['RW-2026-01', '任务', '组织覆盖', '集中组建攻坚', '县委组织部', 46_387, 0.6, '在办', null, null],
  rural_income: [20_345.67],
  national: [
    'rural_income_yuan',
    24_489,
    '元',
    '口径一',
    'first definition',
    '国家统计局',
    'https://www.stats.gov.cn/',
  ],
}
