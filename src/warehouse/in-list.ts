/** SQL of the values in a bound text, joined by commas: `code in ${inList(1)}`. None of codes, periods and submissions holds one. */
export function inList(parameter: number): string {
  return `(select unnest(string_split($${parameter}, ',')))`
}
