/** As much text as a cell of a spreadsheet program takes. */
const longest = 32_767

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML cannot hold
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** One half of a sign of two: no text at all by itself. */
const halves = /\p{Surrogate}/gu

/** A text as a cell can hold it: without signs that no workbook may contain, and not longer than a cell. */
export function printable(text: string): string {
  return text.replace(forbidden, '').replace(halves, '\ufffd').slice(0, longest)
}
