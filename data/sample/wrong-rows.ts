import type { Period } from '../../src/domain/period.js'
import type { ReturnRow } from './return-row.js'
import { correction } from './story.js'

/**
 * Rows as they were sent at first. In the corrected month the county had counted firms with an instructor as jointly organised
 * (too high), and had left out the joint organisations of social organisations (too low). Every row check still holds.
 */
export function asSentFirst(dataset: string, period: Period, rows: readonly ReturnRow[]): readonly ReturnRow[] {
  if (dataset !== 'coverage' || period !== correction.period) return rows
  return rows.map((row) => (row.region_code.startsWith(correction.county) ? mistaken(row) : row))
}

function mistaken(row: ReturnRow): ReturnRow {
  const value = (name: string) => Number(row.values[name])
  const moved = Math.ceil(value('nonpublic_instructor') * 0.5)
  const organised = value('nonpublic_org_single') + value('nonpublic_org_joint') + moved
  return {
    ...row,
    values: {
      ...row.values,
      nonpublic_org_joint: value('nonpublic_org_joint') + moved,
      nonpublic_instructor: value('nonpublic_instructor') - moved,
      nonpublic_eligible: Math.max(value('nonpublic_eligible'), organised),
      social_org_joint: 0,
    },
  }
}

/** A row as a careless clerk sends it in the last month: more firms accounted for than there are (refused by a row check). */
export function withTooMany(row: ReturnRow): ReturnRow {
  const value = (name: string) => Number(row.values[name])
  const organised = value('nonpublic_org_single') + value('nonpublic_org_joint')
  return { ...row, values: { ...row.values, nonpublic_instructor: value('nonpublic_total') - organised + 6 } }
}

/** A row with a figure that was still to be verified (refused: not a number). */
export function withUnverified(row: ReturnRow, column: string): ReturnRow {
  return { ...row, values: { ...row.values, [column]: '待核' } }
}
