import type { Column } from '../../domain/column.js'
import type { Dataset, RowCheck } from '../../domain/dataset.js'
import { columnsOf, type Formula, parseFormula, reachOf } from '../../domain/formula.js'
import type { Severity } from '../../domain/reject.js'
import { cellOf, type PlacedColumn, type TemplateColumns } from './columns.js'
import { firstDay, lastDay, limitText } from './limits.js'

/**
 * Something that may be wrong in a row: what is said, and under which conditions; each condition is a formula that gives true
 * or false whatever is typed, with the columns whose cells it is about.
 */
export interface Problem {
  severity: Severity
  /** May hold `{before}`: the figure of the cell named so. */
  sentence: string
  before: string | null
  cases: readonly { condition: string; about: readonly number[] }[]
}

/** Everything that is looked for in a row, what refuses it first: the same that intake looks for. */
export function problemsOf(dataset: Dataset, columns: TemplateColumns, row: number): Problem[] {
  const all = [
    ...cellProblems(columns, row),
    // What other returns say is not on the sheet.
    ...dataset.checks
      .filter(({ formula }) => reachOf(parseFormula(formula)) === 'row')
      .map((check) => checkProblem(check, columns, row)),
    ...jumpProblems(columns, row),
  ]
  const of = (wanted: Severity) => all.filter(({ severity }) => severity === wanted)
  return [...of('reject'), ...of('warn')]
}

/** Cells that hold what their column does not take: by pasting, for typing is limited. One problem for each kind of limit. */
function cellProblems({ measures }: TemplateColumns, row: number): Problem[] {
  const cases = new Map<string, { condition: string; about: number[] }[]>()
  for (const measure of measures) {
    const text = limitText(measure.column)
    const wrong = wrongValue(measure.column, cellOf(measure, row))
    if (text === null || wrong === null) continue
    cases.set(text, [...(cases.get(text) ?? []), { condition: wrong, about: [measure.at] }])
  }
  return [...cases].map(([text, of]) => ({
    severity: 'reject',
    sentence: `标红的格应为${text}`,
    before: null,
    cases: of,
  }))
}

/** True when a cell is filled in with something that the column does not take. Text in a column of figures is wrong: it adds up to nothing. */
function wrongValue({ kind, min, max, codes }: Column, cell: string): string | null {
  if (kind === 'text') return null
  if (kind === 'code') {
    const choices = Object.keys(codes).map((choice) => `${cell}=${quote(choice)}`)
    return `IF(ISBLANK(${cell}),FALSE,NOT(OR(${choices.join(',')})))`
  }
  const scale = kind === 'share' ? 100 : 1
  const [from, to] = kind === 'date' ? [firstDay, lastDay] : [min, max]
  const wrong = [
    ...(kind === 'count' ? [`${cell}<>INT(${cell})`] : []),
    ...(kind === 'amount' ? [`ABS(${cell}-ROUND(${cell},2))>0.000001`] : []),
    ...(from === null ? [] : [`${cell}<${from / scale}`]),
    ...(to === null ? [] : [`${cell}>${to / scale}`]),
  ]
  return `IF(ISBLANK(${cell}),FALSE,IF(ISNUMBER(${cell}),OR(${[...wrong, 'FALSE'].join(',')}),TRUE))`
}

function checkProblem({ formula, severity, sentence }: RowCheck, { measures }: TemplateColumns, row: number): Problem {
  const parsed = parseFormula(formula)
  const read = columnsOf(parsed).map((name) => measures.find(({ column }) => column.name === name) as PlacedColumn)
  const condition = brokenWhen(parsed, (name) => term(measures, name, row))
  return {
    severity,
    sentence: sentence.zh,
    before: null,
    cases: [
      {
        // A blank is not a zero: where one is missing, nothing is claimed.
        condition: `IF(COUNT(${read.map((one) => cellOf(one, row)).join(',')})=${read.length},${condition},FALSE)`,
        about: read.map(({ at }) => at),
      },
    ],
  }
}

/** When a comparison does not hold, with the tolerance that intake has. */
function brokenWhen({ left, operator, right }: Formula, cell: (name: string) => string): string {
  const side = (sum: Formula['left']) => sum.map((product) => product.map(cell).join('*')).join('+')
  return operator === '=' ? `ABS(${side(left)}-(${side(right)}))>=0.005` : `${side(left)}>${side(right)}+0.005`
}

function term(measures: TemplateColumns['measures'], name: string, row: number): string {
  const placed = measures.find(({ column }) => column.name === name) as PlacedColumn
  return placed.column.kind === 'share' ? `(${cellOf(placed, row)}*100)` : cellOf(placed, row)
}

/** Stocks that moved by more than their column allows since the last period. */
function jumpProblems({ measures, references }: TemplateColumns, row: number): Problem[] {
  return measures.flatMap((measure): Problem[] => {
    const { jump_pct, header } = measure.column
    const before = references.find(({ column }) => column === measure.column)
    if (jump_pct === null || before === undefined) return []
    const [is, was] = [cellOf(measure, row), cellOf(before, row)]
    const moved = `IF(${was}=0,FALSE,ABS(${is}-${was})/ABS(${was})*100>${jump_pct})`
    return [
      {
        severity: 'warn',
        sentence: `${header.zh}比上期的 {before} 变动超过 ${jump_pct}%，属实请写情况说明`,
        before: was,
        cases: [{ condition: `IF(COUNT(${is},${was})=2,${moved},FALSE)`, about: [measure.at] }],
      },
    ]
  })
}

/** A text as it stands in a formula. */
export function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
