/** Rows under their heads, columns in line also where they hold Chinese characters, which take two places on a terminal. */
export function textTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [heads, ...rows]
  const widths = heads.map((_, index) => Math.max(...cells.map((row) => widthOf(row[index] ?? ''))))
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd()
  return [line(heads), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n')
}

function widthOf(text: string): number {
  return [...text].reduce(
    (width, character) =>
      width +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(character)
        ? 2
        : 1),
    0,
  )
}
