import { svg } from 'htl'

/** Values in order and the line that each was held against; null breaks either. */
export interface SparklineData {
  values: readonly (number | null)[]
  /** Of another region, drawn thin behind. */
  beside?: readonly (number | null)[]
  /** One line for all, or one a value. */
  warning: number | null | readonly (number | null)[]
  /** Positions before which a boundary change is marked. */
  breaks?: readonly number[]
}

export interface SparklineOptions {
  /** One sentence for those who do not see it. */
  label: string
  width?: number
  height?: number
}

/**
 * A small line with its threshold as a dashed step. Written as SVG by hand, not with Plot: a page of alerts has dozens.
 */
export function sparkline(data: SparklineData, options: SparklineOptions): SVGElement {
  const { label, width = 120, height = 32 } = options
  const { values } = data
  const lines = values.map(
    (_, index) => (Array.isArray(data.warning) ? data.warning[index] : data.warning) as number | null,
  )
  const known = [...values, ...(data.beside ?? []), ...lines].filter((value): value is number => value != null)
  const low = Math.min(...known)
  const high = Math.max(...known)
  const pad = 4
  const x = (index: number) => pad + (index * (width - 2 * pad)) / Math.max(1, values.length - 1)
  const y = (value: number) => (high === low ? height / 2 : pad + ((high - value) * (height - 2 * pad)) / (high - low))
  const last = values.findLastIndex((value) => value != null)
  const end = values[last]
  return svg`<svg class="spark chart" role="img" aria-label=${label} viewBox=${`0 0 ${width} ${height}`} width=${width} height=${height}>
    ${(data.breaks ?? []).map((at) => svg`<path class="spark-break" d=${`M${round(x(at - 0.5))} 0V${height}`} />`)}
    <path class="spark-line" d=${steps(lines, x, y)} />
    ${data.beside && svg`<path class="spark-beside" d=${path(data.beside, x, y)} />`}
    <path class="spark-value" d=${path(values, x, y)} />
    ${end == null ? null : svg`<circle class="spark-end" cx=${x(last)} cy=${y(end)} r="2.5" />`}
  </svg>`
}

type Scale = (value: number) => number
const round = (value: number) => Math.round(value * 10) / 10

/** A polyline that lifts the pen at every null; a value between two nulls is a dot-sized stroke. */
function path(values: readonly (number | null)[], x: Scale, y: Scale): string {
  let isDown = false
  return values
    .map((value, index) => {
      if (value == null) {
        isDown = false
        return ''
      }
      const point = `${round(x(index))} ${round(y(value))}`
      const isAlone = !isDown && values[index + 1] == null
      const command = isDown ? `L${point}` : isAlone ? `M${point}h.1` : `M${point}`
      isDown = true
      return command
    })
    .join('')
}

/** A step line: each value holds until the next position. */
function steps(values: readonly (number | null)[], x: Scale, y: Scale): string {
  return values
    .map((value, index) => {
      if (value == null) return ''
      const from = values[index - 1] == null ? `M${round(x(index))} ${round(y(value))}` : `V${round(y(value))}`
      return index + 1 < values.length ? `${from}H${round(x(index + 1))}` : from
    })
    .join('')
}
