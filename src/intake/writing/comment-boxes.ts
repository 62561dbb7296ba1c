import { rewriteZip } from './rewrite-zip.js'
import { linesIn } from './shown-width.js'

/** As much of a sheet as says how large its cells are and what their comments say. */
export interface Measured {
  cells?: ReadonlyMap<string, { comment?: { text: string } }>
  columns?: readonly { width?: number; hidden?: boolean }[]
  rowDefs?: ReadonlyMap<number, { height?: number; hidden?: boolean }>
}

/** A comment box in pixels, and how many digits one of its lines holds. */
const [boxWidth, digits, lineHeight] = [300, 38, 19]

/** Makes the boxes of all comments large enough for their text: the writer gives each the same small one. */
export function enlargeCommentBoxes(bytes: Uint8Array, sheets: readonly Measured[]): Uint8Array {
  return rewriteZip(bytes, (path) => {
    const [, number] = /^xl\/drawings\/vmlDrawing(\d+)\.vml$/.exec(path) ?? []
    const sheet = number === undefined ? undefined : sheets[Number(number) - 1]
    return sheet ? (drawing) => enlarge(drawing, sheet) : null
  })
}

function enlarge(drawing: string, sheet: Measured): string {
  return drawing.replace(/<v:shape id.*?<\/v:shape>/gs, (shape) => {
    const [row, column] = ['Row', 'Column'].map((name) =>
      Number(new RegExp(`<x:${name}>(\\d+)<`).exec(shape)?.[1]),
    ) as [number, number]
    const text = sheet.cells?.get(`${row},${column}`)?.comment?.text ?? ''
    const height = Math.max(3, linesIn(text, digits)) * lineHeight + 12
    const left = column + 1
    const top = Math.max(0, row - 1)
    const [right, rightRest] = across(left, boxWidth, (at) => columnPixels(sheet, at))
    const [bottom, bottomRest] = across(top, height, (at) => rowPixels(sheet, at))
    return shape
      .replace(/width:[\d.]+pt;height:[\d.]+pt/, `width:${boxWidth * 0.75}pt;height:${height * 0.75}pt`)
      .replace(/<x:Anchor>[^<]*</, `<x:Anchor>${left},12,${top},4,${right},${rightRest},${bottom},${bottomRest}<`)
  })
}

/** The cell in which a stretch ends that begins a little within one, and how far into it. */
function across(from: number, length: number, sizeOf: (at: number) => number): [at: number, rest: number] {
  let at = from
  let rest = length
  while (rest > sizeOf(at)) rest -= sizeOf(at++)
  return [at, Math.round(rest)]
}

function columnPixels({ columns }: Measured, at: number): number {
  const { width, hidden } = columns?.[at] ?? {}
  return hidden ? 0 : Math.round((width ?? 8.43) * 7 + 5)
}

function rowPixels({ rowDefs }: Measured, at: number): number {
  const { height, hidden } = rowDefs?.get(at) ?? {}
  return hidden ? 0 : Math.max(1, Math.round(((height ?? 15) * 4) / 3))
}
