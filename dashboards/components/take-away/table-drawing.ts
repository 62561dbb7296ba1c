import { svgElement, type Width } from './picture-text.js'
import type { Sheet } from './sheet.js'

const [line, gap] = [24, 18]

/** A table drawn as text and rules: for pictures, in which a table of the page cannot stand. */
export function tableDrawing({ columns, rows }: Sheet, widthOf: Width): SVGSVGElement {
  const texts = [columns.map(({ head }) => head), ...rows.map((cells) => cells.map(({ value }) => String(value ?? '')))]
  // A column without a word, such as one of small charts, has nothing to show here.
  const kept = columns.map((_, at) => at).filter((at) => texts.slice(1).some((cells) => cells[at]))
  const widths = kept.map((at) => Math.max(...texts.map((cells) => widthOf(cells[at] ?? ''))))
  const ends = widths.map((_, index) => widths.slice(0, index + 1).reduce((sum, width) => sum + width + gap, 0) - gap)
  const [width, height] = [Math.ceil(ends.at(-1) ?? 0), texts.length * line]
  const drawing = svgElement('svg', { width: `${width}`, height: `${height}` })
  for (const [row, cells] of texts.entries()) {
    const y = (row + 1) * line
    for (const [index, at] of kept.entries()) {
      const isNumber = columns[at]?.isNumber ?? false
      const [end = 0, taken = 0] = [ends[index], widths[index]]
      const text = svgElement('text', {
        ...{ x: `${isNumber ? end : end - taken}`, y: `${y - 8}`, fill: `var(--ink${row === 0 ? '-3' : ''})` },
        'text-anchor': isNumber ? 'end' : 'start',
      })
      text.textContent = cells[at] ?? ''
      drawing.append(text)
    }
    drawing.append(svgElement('path', { d: `M0 ${y}H${width}`, stroke: 'var(--line)' }))
  }
  return drawing
}
