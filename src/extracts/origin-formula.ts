import type { Column } from '../domain/column.js'
import type { OriginColumn, OriginFormula } from '../domain/figure-origin.js'
import { type Indicator, scaleOf } from '../domain/indicator.js'
import type { Text } from '../domain/text.js'
import type { Topic } from '../domain/topic.js'
import type { FormulaColumn, IndicatorFormula, TermColumn } from '../warehouse/indicator-formula.js'
import { sayFormula } from './say-formula.js'

/** A formula as readers see it: in words, by the headings of its columns, and as SQL. */
export function originFormula(
  { terms, sources, columnOf, isOfOtherRow }: IndicatorFormula,
  indicator: Indicator,
  topics: readonly Topic[],
): OriginFormula {
  const isDirect = terms.some(({ name }) => name === 'value')
  const columns = terms.flatMap((term) => term.columns)
  const once = columns.filter((one, index) => columns.findIndex((other) => isSame(one, other)) === index)
  const isYearBefore = (one: TermColumn) => indicator.unit === 'change_pct' && one.is_of_other_row
  const positionsOf = (wanted: readonly TermColumn[]) =>
    once.flatMap((one, index) => (wanted.some((other) => isSame(one, other)) ? index : []))
  return {
    scale: isDirect ? 1 : scaleOf(indicator),
    terms: terms.map(({ name, expression, sql, columns: own }) => ({
      name,
      meaning: name === 'value' ? indicator.meaning : indicator[name],
      words: sayFormula(expression, (names) => {
        const column = columnOf(names)
        const header = column && headerOf(column, topics)
        return header && indicator.unit === 'change_pct' && isOfOtherRow(names) ? yearBefore(header) : header
      }),
      sql,
      columns: positionsOf(own.filter((one) => !isYearBefore(one))),
      year_before: positionsOf(own.filter(isYearBefore)),
    })),
    columns: once.map((one): OriginColumn => {
      const source = sources.find(({ dataset, columns: own }) => dataset === one.dataset && own.includes(one.column))
      return {
        dataset: one.dataset,
        column: one.column,
        title: topicOf(one, topics)?.dataset.title ?? { zh: one.dataset, en: one.dataset },
        header: headerOf(one, topics),
        unit: declared(one, topics)?.unit ?? null,
        chosen_by: source?.chosen_by ?? null,
      }
    }),
  }
}

/** What a change is held against. */
function yearBefore({ zh, en }: Text): Text {
  return { zh: `上年同期的${zh}`, en: `${en} a year before` }
}

function isSame(one: FormulaColumn, other: FormulaColumn): boolean {
  return one.dataset === other.dataset && one.column === other.column
}

function topicOf({ dataset }: FormulaColumn, topics: readonly Topic[]): Topic | undefined {
  return topics.find((topic) => topic.dataset.id === dataset)
}

function declared(column: FormulaColumn, topics: readonly Topic[]): Column | undefined {
  return topicOf(column, topics)?.dataset.columns.find(({ name }) => name === column.column)
}

/** The declared heading; of a column that is not declared any more, its name. */
function headerOf(column: FormulaColumn, topics: readonly Topic[]): Text {
  return declared(column, topics)?.header ?? { zh: column.column, en: column.column }
}
