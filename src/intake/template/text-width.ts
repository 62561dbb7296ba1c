/** Characters of column width that a text takes: Chinese ones take two. */
export function widthOf(text: string): number {
  return [...text].reduce((width, sign) => width + (/[\u1100-\uffe6]/.test(sign) ? 2 : 1), 0)
}

/** Lines that a text takes in a column of a width. A sign that does not fit goes to the next line whole. */
export function linesOf(text: string, width: number): number {
  const usable = Math.max(2, Math.floor((width - 1) / 2) * 2)
  return text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(widthOf(part) / usable)), 0)
}
