import { cellOf, rangeOf, type TemplateColumns } from './columns.js'
import { type Problem, quote } from './problems.js'
import type { Highlight } from './template.js'

/** What the check column says of a row in which nothing is filled in. */
export const untouched = '待填'
/** What it says when nothing is wrong, and when what is unusual was explained. */
export const [correct, explained] = ['正确', '已说明']
/** What it begins with when something is missing, wrong or unusual. */
export const beginnings = { open: '未填完', wrong: '错误', question: '提醒' } as const

/**
 * The formula of a row's check column: 待填, how many cells are still missing, the first thing that is wrong, or 正确. Only
 * functions that every spreadsheet program has. `free`: a row that need not be filled in says nothing.
 */
export function checkFormula(
  columns: TemplateColumns,
  problems: readonly Problem[],
  row: number,
  free: boolean,
): string {
  const { measures, explanation } = columns
  const [first, last] = [measures[0]?.at ?? 0, measures.at(-1)?.at ?? 0]
  const inputs = rangeOf(first, row, row, last)
  const blanks = requiredRuns(columns).map(([from, to]) => `COUNTBLANK(${rangeOf(from, row, row, to)})`)
  const missing = blanks.join('+') || '0'
  const hasExplanation = `TRIM(${cellOf({ at: explanation }, row)})<>""`
  const parts: [condition: string, then: string][] = [
    [`COUNTA(${inputs})=0`, quote(free ? '' : untouched)],
    [`${missing}>0`, `"${beginnings.open}：还差 "&(${missing})&" 格"`],
    ...problems.map(({ severity, sentence, before, cases }): [string, string] => {
      const when = cases.map(({ condition }) => condition)
      const condition = when.length === 1 ? (when[0] as string) : `OR(${when.join(',')})`
      const beginning = severity === 'reject' ? beginnings.wrong : beginnings.question
      const said = quote(`${beginning}：${sentence}`).replace('{before}', `"&${before ?? '""'}&"`)
      return [condition, severity === 'reject' ? said : `IF(${hasExplanation},${quote(explained)},${said})`]
    }),
  ]
  return parts.reduceRight((rest, [condition, then]) => `IF(${condition},${then},${rest})`, quote(correct))
}

/** Neighbouring required columns, as first and last position. */
function requiredRuns({ measures }: TemplateColumns): [number, number][] {
  const runs: [number, number][] = []
  for (const { at } of measures.filter(({ column }) => column.required)) {
    const run = runs.at(-1)
    if (run && run[1] === at - 1) run[1] = at
    else runs.push([at, at])
  }
  return runs
}

/** What changes colour in the rows: the check column by what it says, and the cells that each problem is about. */
export function highlightsOf(
  columns: TemplateColumns,
  problems: readonly Problem[],
  first: number,
  last: number,
): Highlight[] {
  const check = cellOf({ at: columns.check }, first)
  const says = (beginning: string) => `LEFT(${check},${beginning.length})=${quote(beginning)}`
  const range = rangeOf(columns.check, first, last)
  const inputs = columns.measures.map(({ at }) => at)
  const touched = `COUNTA(${cellOf({ at: inputs[0] ?? 0 }, first)}:${cellOf({ at: inputs.at(-1) ?? 0 }, first)})>0`
  return [
    { range, condition: says(beginnings.wrong), tone: 'wrong' },
    { range, condition: says(beginnings.open), tone: 'open' },
    { range, condition: says(beginnings.question), tone: 'question' },
    ...problems.flatMap(({ severity, cases }) =>
      cases.map(
        ({ condition, about }): Highlight => ({
          range: about.map((at) => rangeOf(at, first, last)).join(' '),
          condition,
          tone: severity === 'reject' ? 'wrong' : 'question',
        }),
      ),
    ),
    ...columns.measures
      .filter(({ column }) => column.required)
      .map(({ at }): Highlight => {
        const cell = cellOf({ at }, first)
        return { range: rangeOf(at, first, last), condition: `IF(${touched},ISBLANK(${cell}),FALSE)`, tone: 'open' }
      }),
  ]
}
