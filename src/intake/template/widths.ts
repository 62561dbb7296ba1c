import type { Column } from '../../domain/column.js'
import { beginnings } from './check-formula.js'
import type { PlacedColumn, TemplateColumns } from './columns.js'
import type { TemplateOrder } from './order.js'
import type { Problem } from './problems.js'
import { linesOf, widthOf } from './text-width.js'

/** Room for the figures of a kind; headings are broken into lines to fit. */
const kindWidths: Record<Column['kind'], number> = { count: 9, amount: 14, share: 8, text: 22, date: 11, code: 8 }

const crowdedCount = 7.5

/** Room for an explanation, and what the sentence of the check column has at least and where the sheet has room. */
const [explanationWidth, leastCheckWidth, roomyWidth] = [16, 31, 150]

/** The width of every column in characters. Names and sentences are given the room that the longest of them takes. */
export function widthsOf(
  columns: TemplateColumns,
  { rows }: Pick<TemplateOrder, 'rows'>,
  problems: readonly Problem[],
): number[] {
  const names = (level: string) =>
    rows.flatMap(({ region, above }) => [region, ...above].filter((one) => one.region_level === level))
  const places = columns.places.map(({ of, width }) =>
    Math.min(30, Math.max(width, ...names(of).map(({ region_name }) => widthOf(region_name) + 2))),
  )
  // Where columns are many, counts stand closer.
  const isCrowded = columns.measures.length > 8
  const widthIn = ({ column }: PlacedColumn) =>
    isCrowded && column.kind === 'count' ? crowdedCount : kindWidths[column.kind]
  const measures = columns.measures.map(widthIn)
  const references = columns.references.map(widthIn)
  const others = [...places, ...measures, explanationWidth].reduce((sum, width) => sum + width, 0)
  const sentence = Math.max(0, ...sentencesOf(problems).map(widthOf)) + 2
  const check = Math.max(leastCheckWidth, Math.min(sentence, roomyWidth - others))
  return [...places, ...measures, check, explanationWidth, ...references]
}

/** The height of a row in points. The room for the longest sentence is there from the start: a row does not grow when a formula has more to say. */
export function rowHeight(problems: readonly Problem[], checkWidth: number): number {
  return Math.max(20, 3 + 12 * Math.max(...sentencesOf(problems).map((text) => linesOf(text, checkWidth))))
}

function sentencesOf(problems: readonly Problem[]): string[] {
  return problems.map(({ sentence }) => `${beginnings.wrong}：${sentence}`)
}
