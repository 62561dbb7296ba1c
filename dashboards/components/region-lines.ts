import type { Figure, IndicatorMeta } from '../../src/domain/page-data.js'
import { sayLine } from './number.js'
import type { View } from './view.js'

/** A line across the dots of regions, with what is written at its head. */
export interface HeadedLine {
  value: number
  words: string
  color: string
}

type Kind = 'warning' | 'critical'

/**
 * The lines that regions are held against. Where classes of region have lines of their own, each warning line says whose it
 * is, and the critical lines go into a remark: six lines at once are not read.
 */
export function regionLines(
  figures: readonly Figure[],
  indicator: IndicatorMeta,
  view: View,
): { lines: HeadedLine[]; remark: string | null } {
  const [warning, critical] = [valuesOf(figures, 'warning'), valuesOf(figures, 'critical')]
  const isOne = warning.length <= 1 && critical.length <= 1
  const words = (kind: Kind, value: number) => {
    const line = sayLine(view.lang, indicator, value)
    return isOne ? line : view.say('line.whose', { line, whose: whose(figures, kind, value, view) })
  }
  const headed = (kind: Kind) => (value: number) => ({
    value,
    words: view.say(`line.${kind}`, { value: words(kind, value) }),
    color: `var(--${kind})`,
  })
  if (isOne) return { lines: [...warning.map(headed('warning')), ...critical.map(headed('critical'))], remark: null }
  const list = critical.map((value) => words('critical', value)).join(view.say('list.comma'))
  return {
    lines: warning.map(headed('warning')),
    remark: critical.length ? view.say('line.critical.list', { list }) : null,
  }
}

function valuesOf(figures: readonly Figure[], kind: Kind): number[] {
  return [...new Set(figures.map((row) => row[kind]).filter((value) => value !== null))].sort((a, b) => a - b)
}

/** The class of region that a line holds for; “others” when it holds for several or for none in particular. */
function whose(figures: readonly Figure[], kind: Kind, value: number, view: View): string {
  const classes = new Set(figures.filter((row) => row[kind] === value).map((row) => view.regionClass(row.region_code)))
  const [only] = classes
  return classes.size === 1 && only ? view.say(`class.${only}`) : view.say('class.others')
}
