/** Where a cell stands: its row as a person counts it, its column from 0. */
export interface CellPosition {
  row: number
  at: number
}

/** The position that an address such as `C7` names; null when it names none. */
export function positionOf(address: string): CellPosition | null {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address) ?? []
  if (letters === undefined) return null
  const at = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits), at }
}
