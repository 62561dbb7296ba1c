import type { Figure } from '../../src/domain/page-data.js'
import { isBelow } from './view.js'

/** The shape of a dot: its status is not told by colour alone. */
export const symbolOf = (row: Figure) =>
  row.status === 'warning' ? 'triangle' : row.status === 'small_base' ? 'diamond' : 'circle'

/** True for a small base, which is not judged. */
export const isHollow = (row: Figure) => row.status === 'small_base'

const toneColor = (row: Figure) => (isBelow(row) ? `var(--${row.status})` : 'var(--data)')

/** The colour of a dot. */
export const fillOf = (row: Figure) => (isHollow(row) ? 'var(--surface)' : toneColor(row))

/** The edge of a dot. */
export const strokeOf = (row: Figure) => (isHollow(row) ? 'var(--data)' : 'var(--surface)')
