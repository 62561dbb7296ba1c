import type { BriefCell, BriefColumn, BriefRow } from '../../domain/brief.js'
import type { Status } from '../../domain/status.js'
import { joined, type Text } from '../../domain/text.js'
import { semicolons, sentence } from '../words/phrases.js'

/** What stands where there is nothing to say. */
export const dash: Text = { zh: '—', en: '—' }

/** A cell of words or of a figure; a figure beyond a line is marked. */
export function cell(text: Text, status: Status | null = null): BriefCell {
  return { text, status: status === 'critical' || status === 'warning' ? status : null }
}

/** A row of plain cells. */
export function row(...texts: Text[]): BriefRow {
  return { cells: texts.map((text) => cell(text)), is_total: false }
}

/** A column of words. */
export function words(head: Text, width: number): BriefColumn {
  return { head, align: 'start', width }
}

/** A column of figures. */
export function figures(head: Text, width: number): BriefColumn {
  return { head, align: 'end', width }
}

const notes: readonly { stands: (cell: BriefCell) => boolean; text: Text }[] = [
  { stands: ({ status }) => status === 'critical', text: { zh: '▲ 严重', en: '▲ critical' } },
  { stands: ({ status }) => status === 'warning', text: { zh: '△ 预警', en: '△ warning' } },
  { stands: ({ text }) => text.zh.endsWith('*'), text: { zh: '* 尚未报全', en: '* not all units have reported' } },
]

/** What the marks in a table mean, those that stand in it and others that are handed in; null when there are none. */
export function noteOf(rows: readonly BriefRow[], others: readonly Text[] = []): Text | null {
  const cells = rows.flatMap((row) => row.cells)
  const said = [...notes.filter(({ stands }) => cells.some(stands)).map(({ text }) => text), ...others]
  return said.length === 0 ? null : sentence(joined(said, semicolons))
}
