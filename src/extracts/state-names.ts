import type { RegionCode } from '../domain/region.js'
import type { ReleaseState } from '../domain/release-state.js'
import type { Text } from '../domain/text.js'

/** The names behind the codes of two releases: the later one's, else the earlier one's, else the code itself. */
export interface StateNames {
  city: RegionCode
  region(code: RegionCode): Text
  dataset(id: string): Text
  indicator(id: string): ReleaseState['indicators'][number]
}

/** The names that two states bring with them. */
export function namesOf(from: ReleaseState, to: ReleaseState): StateNames {
  const regions = new Map([...from.regions, ...to.regions].map((one) => [one.region_code, one.region_name]))
  const datasets = new Map([...from.datasets, ...to.datasets].map(({ id, title }) => [id, title]))
  const indicators = new Map([...from.indicators, ...to.indicators].map((one) => [one.id, one]))
  return {
    city: to.city,
    region: (code) => same(regions.get(code) ?? code),
    dataset: (id) => datasets.get(id) ?? same(id),
    indicator: (id) =>
      indicators.get(id) ?? {
        id,
        name: same(id),
        unit: 'times',
        direction: 'higher_is_better',
        decimals: 2,
        headline: false,
      },
  }
}

/** A word that both languages write alike: names of regions, files and releases. */
export function same(word: string): Text {
  return { zh: word, en: word }
}
