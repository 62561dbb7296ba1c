import { sayPeriod } from '../../domain/period.js'
import { type Stamp, stampSheet } from '../../domain/stamp.js'
import { formSheet } from './form-sheet.js'
import { guideSheet } from './guide-sheet.js'
import type { TemplateOrder } from './order.js'
import type { Template, TemplateSheet } from './template.js'

/** Of the layout: to be raised when templates that were handed out before must be told apart. */
export const templateVersion = '1'

/** The workbook for one return of one region and period. The same order gives the same workbook. */
export function layOutTemplate(order: TemplateOrder): Template {
  const { dataset, region, period } = order
  const stamp: Stamp = {
    kind: 'template',
    version: templateVersion,
    dataset: dataset.id,
    region_code: region.region_code,
    period,
  }
  return {
    title: `${dataset.title.zh}（${sayPeriod(period, 'zh')}）`,
    sheets: [formSheet(order), guideSheet(order), stampedSheet(stamp)],
    stamp,
  }
}

function stampedSheet(stamp: Stamp): TemplateSheet {
  const cell = (at: number, value: string) => ({ at, value, look: 'bare' as const, shown: 'text' as const })
  return {
    name: stampSheet,
    rows: Object.entries(stamp).map(([key, value]) => ({
      cells: [cell(0, key), cell(1, String(value))],
      height: null,
    })),
    widths: [14, 20],
    merges: [],
    limits: [],
    highlights: [],
    frozen: null,
    print: null,
    hidden: true,
  }
}
