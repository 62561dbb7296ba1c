import { html } from 'htl'
import type { RegionData } from '../../src/domain/region-data.js'
import { bandBars } from './band-bars.js'
import type { View } from './view.js'

/** A region's villages by band: a county's with a bar for each township, a township's with one for each year. */
export function regionBands({ region, bands, figures }: RegionData, view: View): HTMLElement | null {
  if (!bands) return null
  const by = region.region_level === 'township' ? 'period' : 'region'
  const period = bands.rows.at(-1)?.period
  const returned = figures.find((row) => view.indicator(row.indicator_id).page === 'income' && row.period === period)
  const width = Math.min(view.width, 860)
  return html`<h3>${view.say('bands.region')}</h3>${bandBars(bands.rows, view, width, { whole: region.region_code, by, label: 'count', returned: returned ?? null })}`
}
