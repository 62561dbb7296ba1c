/** How wide a text is on a sheet, in digits: a Chinese character takes two. Of several lines, the widest. */
export function shownWidth(text: string): number {
  return Math.max(...text.split('\n').map(widthOfLine))
}

/** How many lines a text takes in a column of that many digits. */
export function linesIn(text: string, width: number): number {
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOfLine(line) / width)), 0)
}

function widthOfLine(line: string): number {
  let width = 0
  for (const sign of line) width += /[\u1100-\uffff]/.test(sign) ? 2 : 1
  return width
}
