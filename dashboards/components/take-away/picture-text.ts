/** About how wide a text is at 12 px. */
export type Width = (words: string) => number

/** An element of a drawing. */
export function svgElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

// A Chinese character may end a line, the mark after it may not begin one; other words stay whole.
const piece = /(?:[^\s\u2e80-\uffff]+|[\u2e80-\uffff])[\u3001\u3002\u201d\uff09\uff0c\uff1a\uff1b]*\s*/gu

/** A text in lines that are no wider than `width` by a measure. */
export function textLines(words: string, width: number, widthOf: Width): string[] {
  const lines: string[] = []
  for (const part of words.match(piece) ?? []) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf((last + part).trimEnd()) <= width) lines[lines.length - 1] = last + part
    else lines.push(part)
  }
  return lines.map((line) => line.trimEnd())
}
