/** What a spreadsheet takes for the beginning of a formula, also full-width and behind what it passes over. */
const active = /^[=+\-@\t\r\n＝＋－＠]/

/** A number as people write it: a sign in front of it is no formula. */
const number = /^[+-]?\d[\d,]*(\.\d+)?%?$/

/**
 * A text as it goes into a CSV file that people open in a spreadsheet. One that the spreadsheet would run (`=cmd|…`, `+…`, `@…`)
 * gets an apostrophe in front, which spreadsheets read as "this is text". Only for texts: a column of numbers has no formulas.
 */
export function safeCell(text: string): string {
  return active.test(text) && !number.test(text) ? `'${text}` : text
}
