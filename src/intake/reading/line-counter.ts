/**
 * Follows the lines of a text as its records are parsed: given each record and the number of lines up to its end, says on which line
 * the next one begins. The parser takes a line end of two signs (CR LF) within quotes for two lines, a person does not.
 */
export function lineCounter(): (record: readonly string[], lines: number) => number {
  let [before, twice] = [0, 0]
  return (record, lines) => {
    if (lines - before > 1) for (const field of record) twice += field.split('\r\n').length - 1
    before = lines
    return lines + 1 - twice
  }
}
