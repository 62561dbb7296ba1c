/**
 * A sum of products of names, and a comparison of two. A name is a column of the return itself (`villages`), of the same region in the
 * period before (`last.villages`), or of another return for the same region (`team.villages`). With `parent.team.villages` the
 * figure of the region above is meant; then every name of the return's own is the sum over the rows below that region, and
 * `rows` is their number. Without prefixes it is valid SQL as it stands.
 */
export interface Formula {
  left: readonly (readonly string[])[]
  operator: '<=' | '='
  right: readonly (readonly string[])[]
}

const namePattern = '[a-z]\\w*(?:\\.[a-z]\\w*){0,2}'
const productPattern = `${namePattern}(?:\\s*\\*\\s*${namePattern})*`
const sumPattern = new RegExp(`^${productPattern}(?:\\s*\\+\\s*${productPattern})*$`)

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

/** Where a name takes its figure from: the row itself, the period before, another return, or the region above. */
export type Source =
  | { from: 'row'; column: string }
  | { from: 'last'; column: string }
  | { from: 'return'; dataset: string; column: string }
  | { from: 'parent'; dataset: string; column: string }

/** Reads a name of a formula. Throws a RangeError when it has a form that means nothing. */
export function sourceOf(name: string): Source {
  const [first = '', second, third] = name.split('.')
  if (second === undefined) return { from: 'row', column: first }
  if (third !== undefined) {
    if (first === 'parent') return { from: 'parent', dataset: second, column: third }
    throw new RangeError(`only parent.<return>.<column> has three parts: ${name}`)
  }
  if (first === 'parent') throw new RangeError(`parent.<return>.<column> is meant: ${name}`)
  return first === 'last' ? { from: 'last', column: second } : { from: 'return', dataset: first, column: second }
}

/** What a formula is held against: the row alone, something known before for the same region, or the region above. */
export function reachOf(formula: Formula): 'row' | 'known' | 'parent' {
  const sources = columnsOf(formula).map((name) => sourceOf(name).from)
  if (sources.includes('parent')) return 'parent'
  return sources.every((from) => from === 'row') ? 'row' : 'known'
}

/** Both sides with the row's values, or null when any of them is missing: a blank is not a zero, so nothing is claimed. */
export function evaluate(
  formula: Formula,
  row: Readonly<Record<string, unknown>>,
): { holds: boolean; left: number; right: number } | null {
  const [left, right] = [totalOf(formula.left, row), totalOf(formula.right, row)]
  if (Number.isNaN(left) || Number.isNaN(right)) return null
  // Amounts have two decimals at most, so half a cent tells equal from different whatever the float says.
  const holds = formula.operator === '=' ? Math.abs(left - right) < 0.005 : left <= right + 0.005
  return { holds, left, right }
}

function totalOf(sum: Formula['left'], row: Readonly<Record<string, unknown>>): number {
  let total = 0
  for (const product of sum) {
    let value = 1
    for (const name of product) value *= typeof row[name] === 'number' ? row[name] : Number.NaN
    total += value
  }
  return total
}
