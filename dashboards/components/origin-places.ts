import type { OriginCell, OriginRange, OriginRow, RegionOrigins } from '../../src/domain/figure-origin.js'
import type { View } from './view.js'

/** The files that an origin speaks of, numbered in the order in which it does. */
export class OriginPlaces {
  private readonly numbers = new Map<string, number>()

  constructor(
    private readonly data: RegionOrigins,
    private readonly view: View,
  ) {}

  /** `[1] Sheet1!D5`; of a text without sheets `[1] D5`. */
  cell(submission: string, sheet: string | null, cell: string | null): string {
    return `${this.number(submission)} ${sheet === null ? '' : `${sheet}!`}${cell ?? this.view.say('origin.no_column')}`
  }

  /** The row that a unit's figures stand in. */
  row({ submission_id, sheet, row_number }: OriginRow): string {
    const row = this.view.say('origin.row', { row: row_number })
    return [this.number(submission_id), sheet, row].filter((part) => part !== null).join(' ')
  }

  range({ submission_id, sheet, first_row, last_row, rows, letters }: OriginRange): string {
    const cells = letters
      .map((letter) => `${letter}${first_row}:${letter}${last_row}`)
      .join(this.view.say('list.comma'))
    return this.view.say('origin.rows', { place: this.cell(submission_id, sheet, cells), rows })
  }

  number(submission: string): string {
    const number = this.numbers.get(submission) ?? this.numbers.size + 1
    this.numbers.set(submission, number)
    return `[${number}]`
  }

  /** The files spoken of so far, with their numbers. */
  files() {
    return [...this.numbers].flatMap(([id, number]) => {
      const file = this.data.files[id]
      return file ? [{ number: `[${number}]`, file }] : []
    })
  }
}

/** True when something is to be said about a figure of its own, beside what holds for its whole column. */
export function isNoted({ remarks, value }: OriginCell): boolean {
  return remarks.some(
    (remark) =>
      remark.kind !== 'converted' &&
      remark.kind !== 'formulas' &&
      !(remark.kind === 'earlier' && remark.value === value),
  )
}
