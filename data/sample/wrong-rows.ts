import type { Period } from '../../src/domain/period.js'
import type { ReturnRow } from './return-row.js'
import { corrections } from './story.js'

/** Rows as they were sent at first, before their county corrected them. Every row check still holds. */
export function asSentFirst(dataset: string, period: Period, rows: readonly ReturnRow[]): readonly ReturnRow[] {
  const wrong = corrections.filter((one) => one.dataset === dataset && one.period === period)
  const mistaken = dataset === 'coverage' ? withInstructorsAsOrganised : withImprovedAsSubstandard
  return rows.map((row) => (wrong.some(({ county }) => row.region_code.startsWith(county)) ? mistaken(row) : row))
}

/** Meeting places that were improved this year were still counted as below standard (too low). */
function withImprovedAsSubstandard(row: ReturnRow): ReturnRow {
  const value = (name: string) => Number(row.values[name])
  const moved = Math.min(value('standard'), 3 * value('built_this_year'))
  return {
    ...row,
    values: { ...row.values, standard: value('standard') - moved, substandard: value('substandard') + moved },
  }
}

/** Firms with an instructor were counted as jointly organised (too high), joint organisations of social organisations left out (too low). */
function withInstructorsAsOrganised(row: ReturnRow): ReturnRow {
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
