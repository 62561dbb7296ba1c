import { ReadingProblem } from './problem.js'

/** Functions that get their value from a network or another program. */
const fetching =
  /(?<![\p{L}\d_.])(WEBSERVICE|FILTERXML|RTD|STOCKHISTORY|IMPORTDATA|IMPORTXML|IMPORTHTML|CALL|REGISTER\.ID)\s*\(/iu

/** `[1]表!A1`, `'[1]表'!A1`: a cell of another workbook. Columns of a table (`表1[户数]`) have a name in front and no `!` behind. */
const external = /(?<![\p{L}\d_\]])\[[^\][]+\][^'!()+*/,;=<>&[\]]*'?!/u

/** A command to another program: `cmd|'/c calc'!A0`. */
const command = /\|\s*'[^']*'\s*!/

/**
 * Refuses the file when a formula takes its value from outside: what it shows may differ on every machine, and nobody who
 * checks the return can see why. Quoted texts inside the formula do not count,
 * nor does the mark that newer functions are stored with (`_xlfn.`).
 */
export function refuseFetching(formula: string, place: () => { sheet: string; row: number; at: number }): void {
  if (!/[[|(]/.test(formula)) return
  const code = formula.replace(/"[^"]*"|_xl(?:fn|ws|udf|ll)\./g, (part) => (part.startsWith('"') ? '""' : ''))
  if (fetching.test(code) || command.test(code)) throw new ReadingProblem('fetching_formula', {}, place())
  if (code.includes('[') && external.test(code)) throw new ReadingProblem('external_link', {}, place())
}
