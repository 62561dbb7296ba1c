import type { RenderFunction } from '@observablehq/plot'

/** How far from a mark a pointer may be to reach it, in pixels. */
const near = 40

type Place = { at: number; x: number; y: number; row: string }

/** Marks of a chart of which one at a time is drawn: that which the pointer is near to, or to which the arrow keys led. */
export interface Reach {
  /** For the options of a mark: draws the one that is reached and no other. */
  render: RenderFunction
  /** Follows the pointer and the keys on the chart. */
  follow(chart: SVGSVGElement): void
}

/** What a chart says of its marks: words, and rows that left and right go along; up and down go from row to row. */
export interface ReachWords {
  words(at: number): string
  row(at: number): string
  /** Is told which mark is reached; null: none any more. */
  reached(at: number | null): void
}

/** Marks that pointer, finger and keyboard reach alike. */
export function reachOf({ words, row, reached }: ReachWords): Reach {
  const draws: ((at: number | null) => void)[] = []
  let rows: Place[][] = []
  let now: Place | null = null

  const show = (place: Place | null) => {
    if (place?.at === now?.at) return
    now = place
    reached(place?.at ?? null)
    for (const draw of draws) draw(place?.at ?? null)
  }
  const step = (key: string): Place | undefined => {
    const [first = []] = rows
    if (now === null) return key === 'ArrowRight' || key === 'Home' ? first[0] : first.at(-1)
    const { row: name, at, x } = now
    const line = rows.findIndex((places) => places[0]?.row === name)
    const own = rows[line] ?? []
    const index = own.findIndex((place) => place.at === at)
    if (key === 'Home') return own[0]
    if (key === 'End') return own.at(-1)
    const isForward = key === 'ArrowRight' || key === 'ArrowDown'
    const by = isForward ? 1 : -1
    if (rows.length === 1 || key === 'ArrowRight' || key === 'ArrowLeft') return own[index + by]
    const distance = (place: Place) => Math.abs(place.x - x)
    return rows[line + by]?.reduce((best, place) => (distance(place) < distance(best) ? place : best))
  }
  return {
    render(index, scales, values, dimensions, context, next) {
      const draw = (at: number | null) =>
        next?.(at === null ? [] : [at], scales, values, dimensions, { ...context, pointerSticky: false } as never) ??
        null
      rows = rowsOf(index, values, scales, row)
      let drawn = draw(null)
      draws.push((at) => {
        const node = draw(at)
        if (node) drawn?.replaceWith(node)
        drawn = node
      })
      return drawn
    },
    follow(chart) {
      const point = (event: PointerEvent) => {
        if (event.pointerType === 'mouse' && event.buttons === 1) return
        const to = chart.getScreenCTM()?.inverse()
        const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(to)
        const distance = (place: Place) => Math.hypot(place.x - x, place.y - y)
        const [first, ...others] = rows.flat()
        const nearest = first && others.reduce((best, each) => (distance(each) < distance(best) ? each : best), first)
        show(nearest && distance(nearest) <= near ? nearest : null)
      }
      for (const kind of ['pointerenter', 'pointermove', 'pointerdown'] as const) chart.addEventListener(kind, point)
      chart.addEventListener('pointerleave', ({ pointerType }) => pointerType === 'mouse' && show(null))
      chart.addEventListener('blur', () => show(null))
      chart.addEventListener('keydown', (event) => {
        const isStep = /^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(event.key)
        if (!isStep && event.key !== 'Escape') return
        event.preventDefault()
        const place = isStep ? step(event.key) : null
        if (place === undefined) return
        show(place)
        if (place) announce(words(place.at))
      })
    },
  }
}

/** Where marks are drawn, row by row, each from left to right. */
function rowsOf(
  index: readonly number[],
  values: Parameters<RenderFunction>[2],
  scales: Parameters<RenderFunction>[1],
  row: ReachWords['row'],
): Place[][] {
  const { x, y } = values
  // A band's place is its upper edge.
  const half = ((scales.y as { bandwidth?(): number } | undefined)?.bandwidth?.() ?? 0) / 2
  const places = Array.from(index, (at): Place => ({ at, x: Number(x?.[at]), y: Number(y?.[at]) + half, row: row(at) }))
  const lines = new Map<string, Place[]>()
  for (const place of places.sort((a, b) => a.x - b.x)) lines.set(place.row, [...(lines.get(place.row) ?? []), place])
  return [...lines.values()]
}

let voice: HTMLElement | null = null

/** Says words to those who listen to the page. */
export function announce(words: string): void {
  if (!voice?.isConnected) {
    voice = document.createElement('div')
    voice.className = 'unseen'
    voice.setAttribute('aria-live', 'polite')
    document.body.append(voice)
  }
  voice.textContent = words
}
