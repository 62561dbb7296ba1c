import type { CompareData } from '../domain/compare-data.js'
import type { RegionCode } from '../domain/region.js'
import { type PlacedFigure, pick, type RecentValues, recentKey } from './figures.js'

/** What the page needs that sets two regions side by side: the latest figures of the city and of every county, and their courses. */
export function compareData(figures: readonly PlacedFigure[], recent: RecentValues, city: RegionCode): CompareData {
  const shown = pick(figures, ({ region_code, region_level }) => region_code === city || region_level === 'county')
  return {
    figures: shown.map((figure) => {
      const course = recent.get(recentKey(figure.region_code, figure.indicator_id))
      return { ...figure, recent: course?.values ?? [], recent_warning: course?.warnings ?? [] }
    }),
  }
}
