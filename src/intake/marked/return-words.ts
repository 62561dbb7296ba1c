import type { Dataset } from '../../domain/dataset.js'
import { isPeriod, sayPeriod } from '../../domain/period.js'
import type { Region } from '../../domain/region.js'
import type { Severity } from '../../domain/reject.js'
import type { Judged } from '../../domain/submission.js'

/** What has to be done about a finding. Marked copies and receipts go to senders, so all their words are Chinese. */
export function kindName(severity: Severity): '须改正' | '请说明' {
  return severity === 'reject' ? '须改正' : '请说明'
}

/** What a file was taken for, as people call it; 未能识别 where that is not known. */
export interface ReturnNames {
  dataset: string
  unit: string
  period: string
}

/** Names a result's return, region and period. */
export function namesOf(result: Judged, datasets: readonly Dataset[], regions: readonly Region[]): ReturnNames {
  const { dataset, reporting_unit, period } = result
  const named = regions.findLast(({ region_code }) => region_code === reporting_unit)
  return {
    dataset: datasets.find(({ id }) => id === dataset)?.title.zh ?? unknown,
    unit: reporting_unit === null ? unknown : named ? `${named.region_name}（${reporting_unit}）` : reporting_unit,
    period:
      period
        ?.split('/')
        .map((one) => (isPeriod(one) ? sayPeriod(one, 'zh') : one))
        .join('至') ?? unknown,
  }
}

const unknown = '未能识别'

/** The verdict and what follows from it, in one sentence. */
export function sayVerdict({ verdict, rows, findings }: Judged): string {
  const open = findings.filter(({ severity, explanation }) => severity === 'warn' && explanation === null).length
  switch (verdict) {
    case 'accepted':
      return '接受，没有需要处理的问题。'
    case 'accepted_with_warnings':
      return `接受，有 ${open} 处请核对：属实的请写明情况，有误的请改正，然后重报。`
    case 'partly_accepted':
      return `部分接受：合格的 ${rows.loaded} 行入库，其余 ${rows.rejected} 行退回，请改正后把整份报表重报。`
    case 'refused':
      return '整份退回，没有入库：请改正后重报。'
  }
}

/** Rows in, loaded and rejected. */
export function sayRows({ rows }: Judged): string {
  return `收到 ${rows.in} 行，入库 ${rows.loaded} 行，退回 ${rows.rejected} 行`
}

/** How many things have to be put right, and how many to be explained. */
export function countFindings({ findings }: Judged): { toCorrect: number; toExplain: number } {
  const toCorrect = findings.filter(({ severity }) => severity === 'reject').length
  return { toCorrect, toExplain: findings.filter((one) => one.severity === 'warn' && one.explanation === null).length }
}
