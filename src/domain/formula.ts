/** A sum of products of column names, and a comparison of two: what a row check is written in, and valid SQL as it stands. */
export interface Formula {
  left: readonly (readonly string[])[]
  operator: '<=' | '='
  right: readonly (readonly string[])[]
}

const sumPattern = /^[a-z]\w*(\s*\*\s*[a-z]\w*)*(\s*\+\s*[a-z]\w*(\s*\*\s*[a-z]\w*)*)*$/

/** Reads `a + b * c <= d`. Throws a RangeError with the text when it is not of that form. */
export function parseFormula(text: string): Formula {
  const match = /^(.+?)\s*(<=|=)\s*(.+)$/.exec(text.trim())
  const [, left = '', operator, right = ''] = match ?? []
  if (!sumPattern.test(left) || !sumPattern.test(right)) throw new RangeError(`not a comparison of sums: ${text}`)
  const terms = (sum: string) => sum.split('+').map((product) => product.split('*').map((name) => name.trim()))
  return { left: terms(left), operator: operator as Formula['operator'], right: terms(right) }
}

/** The column names that a formula reads, each once, in order. */
export function columnsOf(formula: Formula): string[] {
  return [...new Set([...formula.left, ...formula.right].flat())]
}

/** Both sides with the row's values, or null when any of them is missing: a blank is not a zero, so nothing is claimed. */
export function evaluate(
  formula: Formula,
  row: Readonly<Record<string, unknown>>,
): { holds: boolean; left: number; right: number } | null {
  const numberIn = (name: string) => (typeof row[name] === 'number' ? row[name] : Number.NaN)
  const total = (sum: Formula['left']) =>
    sum.reduce((all, product) => all + product.reduce((value, name) => value * numberIn(name), 1), 0)
  const [left, right] = [total(formula.left), total(formula.right)]
  if (Number.isNaN(left) || Number.isNaN(right)) return null
  // Amounts have two decimals at most, so half a cent tells equal from different whatever the float says.
  const holds = formula.operator === '=' ? Math.abs(left - right) < 0.005 : left <= right + 0.005
  return { holds, left, right }
}
