import type { FileView } from '../tools.js'
import { lightColours } from './light-colours.js'
import { svgElement, textLines, type Width } from './picture-text.js'
import type { Given } from './take-away.js'

/** A picture: SVG as text, with its size in pixels. */
export interface Picture {
  text: string
  width: number
  height: number
}

const margin = 16
const [ink, quiet] = ['var(--ink)', 'var(--ink-3)']

/**
 * A drawing as a picture that stands for itself: finding, unit and key above it, remarks and where it comes from below; on white in the
 * site's light colours, with nothing left to look up.
 */
export function pictureOf(
  given: Omit<Given, 'drawing'> & { drawing: SVGSVGElement; key: Iterable<Element> },
  view: FileView,
): Picture {
  const { drawing, key, title, unit, notes = [], subject } = given
  const size = (name: string) => Number(drawing.getAttribute(name))
  const width = Math.max(360, size('width')) + 2 * margin
  const all = svgElement('svg', { fill: ink, style: `font-family: ${fontsOf()}` })
  let y = margin
  const write = (words: string, px: number, attributes: Record<string, string>) => {
    for (const line of textLines(words, width - 2 * margin, (line) => (view.textWidth(line) * px) / 12)) {
      y += Math.round(px * 1.45)
      const text = svgElement('text', { x: String(margin), y: String(y), 'font-size': String(px), ...attributes })
      text.textContent = line
      all.append(text)
    }
  }
  write(title, 15, { 'font-weight': '600' })
  if (unit) write(unit, 12, { fill: quiet })
  y += 10
  const [swatches, rows] = keyOf(key, width, y, view.textWidth)
  all.append(swatches)
  y += rows * 18
  all.append(copyOf(drawing, y))
  y += size('height') + 4
  for (const note of notes) write(note, 12, { fill: quiet })
  write(view.sayReturned(view, subject), 12, { fill: quiet })
  if (view.site.sample) write(view.say('site.ribbon'), 12, { fill: ink, 'font-weight': '600' })
  const height = y + margin
  all.prepend(svgElement('rect', { width: '100%', height: '100%', fill: '#ffffff' }))
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` }))
    all.setAttribute(name, String(value))
  const colours = lightColours()
  const text = new XMLSerializer()
    .serializeToString(all)
    .replace(/var\((--[\w-]+)\)/g, (found, name: string) =>
      name === '--page' ? '#ffffff' : (colours.get(name) ?? found),
    )
  return { text, width, height }
}

/** A chart without what only a page needs: its style sheet, its tips and what makes it answer. */
function copyOf(drawing: SVGSVGElement, y: number): SVGElement {
  const group = svgElement('g', {
    ...{ transform: `translate(${margin}, ${y})`, 'font-size': '12', fill: 'currentColor', color: quiet },
    ...{ 'text-anchor': drawing.getAttribute('text-anchor') ?? 'start' },
    style: 'white-space: pre; font-variant-numeric: tabular-nums',
  })
  const copy = drawing.cloneNode(true) as SVGSVGElement
  for (const part of copy.querySelectorAll('style, [data-mark="tip"]')) part.remove()
  group.append(...copy.childNodes)
  return group
}

/** The key of a chart as swatches with words, in as many rows as it takes. */
function keyOf(items: Iterable<Element>, width: number, top: number, widthOf: Width): [SVGElement, number] {
  const group = svgElement('g', { 'font-size': '12' })
  let [x, row] = [margin, 0]
  for (const item of items) {
    const words = item.textContent ?? ''
    const taken = 17 + widthOf(words) + 16
    if (x > margin && x + taken > width) [x, row] = [margin, row + 1]
    const y = top + row * 18
    const fill = item.querySelector('i')?.style.background ?? ''
    group.append(svgElement('rect', { x: `${x}`, y: `${y}`, width: '12', height: '12', fill, stroke: quiet }))
    const text = svgElement('text', { x: `${x + 17}`, y: `${y + 10}` })
    text.textContent = words
    group.append(text)
    x += taken
  }
  return [group, x === margin ? 0 : row + 1]
}

function fontsOf(): string {
  return getComputedStyle(document.body).fontFamily.replaceAll('"', "'") || 'sans-serif'
}
