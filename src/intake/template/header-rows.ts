import type { Column } from '../../domain/column.js'
import { type Period, sayPeriod } from '../../domain/period.js'
import type { Merge } from '../reading/grid.js'
import type { PlacedColumn, TemplateColumns } from './columns.js'
import type { TemplateCell, TemplateRow } from './template.js'
import { linesOf } from './text-width.js'

/** What the columns beside the measures are called; intake knows these headings and reads none of them as figures. */
export const [checkHeading, explanationHeading] = ['校验', '情况说明']

/** What the block of last period's values is headed. */
export function referenceHeading(before: Period): string {
  return `上期数（${sayPeriod(before, 'zh')}，供对照）`
}

/** The heading of a measure with its unit on a line of its own: `企业总数（家）`. */
export function headingOf({ header, unit, kind }: Column): string {
  const said = kind === 'share' ? '%' : unit?.zh
  return said === undefined || header.zh.includes(`（${said}）`) ? header.zh : `${header.zh}\n（${said}）`
}

/** One row of headings, or two where columns have groups or last period's values stand beside. `top`: its first row. */
export function headerRows(
  columns: TemplateColumns,
  widths: readonly number[],
  before: Period | null,
  top: number,
): { rows: TemplateRow[]; merges: Merge[] } {
  const { places, measures, references, check, explanation } = columns
  const single = [
    ...places.map(({ at, heading }) => ({ at, text: heading })),
    ...measures
      .filter(({ column }) => column.group === null)
      .map(({ at, column }) => ({ at, text: headingOf(column) })),
    { at: check, text: checkHeading },
    { at: explanation, text: explanationHeading },
  ]
  const groups = [
    ...runsOf(measures).map((run) => ({ ...run, look: 'heading' as const })),
    ...(before === null || references[0] === undefined
      ? []
      : [
          {
            text: referenceHeading(before),
            left: references[0].at,
            right: columns.count - 1,
            look: 'reference_heading' as const,
          },
        ]),
  ]
  const cell = (at: number, value: string, look: TemplateCell['look']): TemplateCell => ({
    at,
    value,
    look,
    shown: 'words',
  })
  const lower = [
    ...measures
      .filter(({ column }) => column.group !== null)
      .map(({ at, column }) => cell(at, headingOf(column), 'heading')),
    ...references.map(({ at, column }) => cell(at, headingOf(column), 'reference_heading')),
  ]
  const heightOf = (cells: readonly TemplateCell[]) =>
    Math.max(20, ...cells.map(({ at, value }) => 6 + 13 * linesOf(String(value), widths[at] ?? 8)))
  // A group has the room of all its columns.
  const groupHeight = Math.max(
    20,
    ...groups.map(({ text, left, right }) => {
      const width = widths.slice(left, right + 1).reduce((sum, one) => sum + one, 0)
      return 6 + 13 * linesOf(text, width)
    }),
  )
  const upper = single.map(({ at, text }) => cell(at, text, 'heading'))
  if (groups.length === 0) return { rows: [{ cells: upper, height: heightOf(upper) }], merges: [] }
  return {
    rows: [
      { cells: [...upper, ...groups.map(({ left, text, look }) => cell(left, text, look))], height: groupHeight },
      // Headings that go over both rows need the room as well.
      { cells: lower, height: Math.max(heightOf(lower), heightOf(upper) - groupHeight) },
    ],
    merges: [
      ...single.map(({ at }) => ({ top, bottom: top + 1, left: at, right: at })),
      ...groups.map(({ left, right }) => ({ top, bottom: top, left, right })),
    ],
  }
}

/** Neighbouring columns of one group. */
function runsOf(measures: readonly PlacedColumn[]): { text: string; left: number; right: number }[] {
  const runs: { text: string; left: number; right: number }[] = []
  for (const { at, column } of measures) {
    if (column.group === null) continue
    const run = runs.at(-1)
    if (run?.text === column.group.zh && run.right === at - 1) run.right = at
    else runs.push({ text: column.group.zh, left: at, right: at })
  }
  return runs
}
