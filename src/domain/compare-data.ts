import type { Figure } from './page-data.js'

/** `compare.json`: the latest figures of the city and every county with their last 13 values, to set any two side by side. */
export interface CompareData {
  figures: ComparedFigure[]
}

/** A figure with its course, oldest first, and the warning line that each value was held against. */
export interface ComparedFigure extends Figure {
  recent: (number | null)[]
  recent_warning: (number | null)[]
}
