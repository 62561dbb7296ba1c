import type { Finding, Severity } from '../../domain/reject.js'
import { type CellPosition, positionOf } from './cell-position.js'
import { kindName } from './return-words.js'

/** One cell to be coloured, and what its comment says. Several marks may stand on one cell. */
export interface Mark extends CellPosition {
  /** Name of the sheet; null in a file without sheets. */
  sheet: string | null
  severity: Severity
  /** In plain Chinese: what was found, and the way out. */
  text: string
}

/** The marks for findings. One on a row stands on the row's first cell; one without a place has no mark. */
export function marksOf(findings: readonly Finding[]): Mark[] {
  return findings.flatMap((finding) => {
    const place = placeOf(finding)
    if (place === null) return []
    const { sheet, severity, message } = finding
    return { sheet, ...place, severity, text: `【${kindName(severity)}】${message.zh}` }
  })
}

/** Where a finding is marked; null when it stands nowhere. */
export function placeOf({ row, cell }: Finding): CellPosition | null {
  return (cell === null ? null : positionOf(cell)) ?? (row === null ? null : { row, at: 0 })
}
