import { topics } from '../../pipelines/index.js'
import type { RegionName } from '../../src/domain/page-data.js'
import type {
  QualityCell,
  QualityData,
  QualityFile,
  QualityReason,
  QualityReturn,
} from '../../src/domain/quality-data.js'
import type { Severity } from '../../src/domain/reject.js'

import { revisionsFixture } from './history-fixture.js'

/** How much went wrong in the month: nothing, a little, or so much that lists have to be cut. */
export type Amount = 'none' | 'few' | 'many'

const returns = topics
  .map(({ dataset }) => dataset)
  .filter(({ id }) => id === 'coverage' || id === 'stipend')
  .map(
    ({ id, title }): QualityReturn => ({
      dataset: id,
      title,
      period: '2026-10',
      due_date: '2026-11-05',
      rows: 180,
      cells: { figure: 2210, zero: 160, blank: 96, not_applicable: 42, withheld: 12 },
    }),
  )
const sentences: [code: string, severity: Severity, zh: string, en: string][] = [
  ['not_a_count', 'reject', '“待核”不是整数：企业总数须填阿拉伯数字', '"待核" is not a whole number'],
  ['blank_required', 'reject', '“书记职数”没有填：此项必填', '"posts" is blank: it is required'],
  ['jump', 'warn', '企业总数比上期变动 62%，超过 30%：如属实请写明原因', 'a change of 62%: if true, give the reason'],
  ['total_differs', 'warn', '“合计”行为 310，各行相加为 301', 'the total is 310 and the rows add up to 301'],
  ['unknown_region', 'reject', '没有这个地区：“白扬镇”。请填写地区表中的代码或全称', 'no such region: "白扬镇"'],
  ['below_min', 'reject', '“-3”太小：不能小于 0，请核对', '"-3" is too small'],
  ['missing_regions', 'warn', '缺 2 个乡镇：柳泉镇、韩庄镇。请补报，或说明', '2 townships are missing'],
]

/** Plausible data of `/quality` for the counties of the fixture: 14 of them send two returns each. */
export function qualityFixture(amount: Amount, counties: readonly RegionName[]): QualityData {
  const wrongs = { none: 0, few: 3, many: 22 }[amount]
  const files = returns.flatMap(({ dataset, title, period }, column) =>
    counties.flatMap(({ region_code, region_name }, row): QualityFile[] => {
      const order = column * counties.length + row
      if (amount !== 'none' && order === 9) return []
      const reasons = order < wrongs ? reasonsOf(order, amount) : []
      const sum = (severity: Severity) =>
        reasons.filter((one) => one.severity === severity).reduce((total, { count }) => total + count, 0)
      const [toCorrect, toExplain] = [sum('reject'), sum('warn')]
      const rejected = Math.min(12, toCorrect)
      const isRefused = toCorrect > 0 && order === 1
      return [
        {
          submission_id: `f${order}`,
          file_name: `${region_name}_${title.zh}_2026年10月.xlsx`,
          dataset,
          title,
          reporting_unit: region_code,
          period,
          received_on: `2026-11-0${1 + (order % 7)}`,
          verdict: isRefused
            ? 'refused'
            : toCorrect
              ? 'partly_accepted'
              : toExplain
                ? 'accepted_with_warnings'
                : 'accepted',
          rows: { in: 12, loaded: isRefused ? 0 : 12 - rejected, rejected: isRefused ? 12 : rejected },
          to_correct: toCorrect,
          to_explain: toExplain,
          explained: order === 2 && amount !== 'none' ? (amount === 'few' ? 2 : 40) : 0,
          follows: null,
          is_superseded: false,
          reasons,
        },
      ]
    }),
  )
  const cells = returns.flatMap(({ dataset }) =>
    counties.map(({ region_code }): QualityCell => {
      const file = files.find((each) => each.dataset === dataset && each.reporting_unit === region_code)
      const received_on = file?.received_on ?? null
      return {
        dataset,
        region_code,
        state: file?.verdict ?? 'missing',
        received_on: amount === 'none' ? '2026-11-03' : received_on,
        is_late: amount !== 'none' && received_on !== null && received_on > '2026-11-05',
        submission_id: file?.submission_id ?? null,
      }
    }),
  )
  const all = [...files, ...extraFiles(files, amount)]
  return { returns, cells, files: all, ...listsOf(files, amount), ...revisionsFixture(amount) }
}

function reasonsOf(order: number, amount: Amount): QualityReason[] {
  const kinds = amount === 'few' ? [order % 3] : sentences.map((_, kind) => kind)
  return kinds.map((kind) => {
    const [code, severity, zh, en] = sentences[kind] ?? ['jump', 'warn' as const, '', '']
    const count = amount === 'few' ? 1 + order : 1 + ((order * 7 + kind * 5) % 23)
    const places = Array.from({ length: Math.min(12, count) }, (_, place) => ({
      sheet: 'Sheet1',
      cell: `D${place + 7}`,
      message: { zh: `${zh}（D${place + 7}）`, en: `${en} (D${place + 7})` },
    }))
    return { code, severity, count, places }
  })
}

/** A correction that replaces the first file, and one that nobody can place. */
function extraFiles(files: QualityFile[], amount: Amount): QualityFile[] {
  const [, , third] = files
  if (!third || amount === 'none') return []
  const before: QualityFile = { ...third, submission_id: 'before', received_on: '2026-11-01', is_superseded: true }
  third.follows = 'before'
  const hopeless: QualityFile = {
    ...before,
    submission_id: 'hopeless',
    file_name: '新建 Microsoft Excel 工作表 (2).xls',
    dataset: null,
    title: null,
    reporting_unit: null,
    period: null,
    verdict: 'refused',
    rows: { in: 0, loaded: 0, rejected: 0 },
    is_superseded: false,
    to_correct: 1,
    to_explain: 0,
    explained: 0,
    reasons: [
      {
        code: 'old_workbook',
        severity: 'reject',
        count: 1,
        places: [
          {
            sheet: null,
            cell: null,
            message: {
              zh: '旧格式的工作簿（.xls）不能读取：请另存为 .xlsx 后重报',
              en: 'save it as .xlsx and send it again',
            },
          },
        ],
      },
    ],
  }
  return [{ ...before, reasons: [] }, hopeless]
}

function listsOf(
  files: readonly QualityFile[],
  amount: Amount,
): Pick<QualityData, 'rules' | 'explanations' | 'conversions'> {
  const all = files.flatMap(({ reasons }) => reasons)
  const rules = sentences.flatMap(([code, severity, zh, en]) => {
    const own = all.filter((reason) => reason.code === code)
    const count = own.reduce((total, reason) => total + reason.count, 0)
    return count ? [{ code, severity, count, explained: 0, files: own.length, example: { zh, en } }] : []
  })
  if (amount === 'none') return { rules, explanations: [], conversions: [] }
  return {
    rules: [
      ...rules,
      {
        code: 'opening',
        severity: 'warn',
        count: 2,
        explained: 2,
        files: 1,
        example: { zh: '期初不等于上期期末', en: 'opening differs' },
      },
    ],
    explanations: Array.from({ length: amount === 'few' ? 2 : 40 }, (_, place) => ({
      submission_id: 'f2',
      sheet: 'Sheet1',
      cell: `E${place + 8}`,
      message: {
        zh: '企业总数 61，上期 120，变动 49%，超过 30%：如属实请写明原因',
        en: 'a change of 49%: give the reason',
      },
      explanation: '开发区调整，58 户企业划归新设园区，已与市场监管部门核对。',
    })),
    conversions: Array.from({ length: amount === 'few' ? 1 : 16 }, (_, place) => ({
      submission_id: `f${14 + (place % 9)}`,
      sheet: 'Sheet1',
      cell: `F${4 + place}`,
      header: { zh: '当月应发总额', en: 'Total paid' },
      stated: '万元',
      unit: { zh: '元', en: 'yuan' },
      factor: 10_000,
    })),
  }
}
