/** Characters that look like plain ones and that NFKC leaves alone: minus and slash signs, zero-width marks. */
const lookalikes: readonly [RegExp, string][] = [
  [/[\u2212\u2013]/g, '-'],
  [/\u2215/g, '/'],
  [/[\u200b-\u200d\u2060\ufeff]/g, ''],
]

/** Text that `plain` would return as it is, without a blank in it: nearly every cell of a clean file, so the slow way is rarely taken. */
const plainPattern = /^[!-~\u4e00-\u9fff]*$/

/** Text as it is compared: full-width signs made half-width, look-alikes made plain, outer blanks removed. */
export function plain(text: string): string {
  if (plainPattern.test(text)) return text
  let result = text.normalize('NFKC')
  for (const [pattern, replacement] of lookalikes) result = result.replace(pattern, replacement)
  return result.trim()
}

/** `plain` without any blank inside: headings and names are padded with blanks to look even. */
export function tight(text: string): string {
  return plainPattern.test(text) ? text : plain(text).replace(/\s+/g, '')
}
