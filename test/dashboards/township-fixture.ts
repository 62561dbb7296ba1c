import type { RegionData, SimilarRegions } from '../../src/domain/region-data.js'

/** The page data of a county's third township, made from that of the county. */
export function townshipFixture(county: RegionData): RegionData {
  const region = county.children[2]
  if (!region) throw new Error('no township')
  const code = region.region_code
  const own = new Map(
    county.child_figures
      .filter(({ region_code }) => region_code === code)
      .map((figure) => [figure.indicator_id, figure]),
  )
  return {
    ...county,
    region: { ...region, region_class: 'mountain' },
    above: [...county.above, county.region],
    siblings: county.children,
    children: [],
    child_figures: [],
    figures: county.figures.map((figure) => ({ ...figure, ...own.get(figure.indicator_id) })),
    bands: {
      page: 'income',
      rows: [
        { region_code: code, period: '2024', band: 'none', villages: 2 },
        { region_code: code, period: '2024', band: 'up_to_50k', villages: 4 },
        { region_code: code, period: '2024', band: '50k_to_100k', villages: 1 },
        { region_code: code, period: '2025', band: 'up_to_50k', villages: 3 },
        { region_code: code, period: '2025', band: '50k_to_100k', villages: 4 },
      ],
    },
    similar: similarFixture(county, 2),
    alerts: [],
    near_misses: [],
    tasks: [],
    returns: county.returns.map((row) => ({
      ...row,
      units_expected: 1,
      units_reported: row.units_reported > 0 ? 1 : 0,
    })),
    rejects: [],
    changes: [],
  }
}

/** A county's townships from one on as those that are like it: 30, 31 and 33 villages. */
export function similarFixture(county: RegionData, first: number): SimilarRegions {
  const regions = county.children.slice(first, first + 3)
  return {
    regions: regions.map((region) => ({ ...region, region_class: 'mountain', above: county.region.region_name })),
    conditions: [
      { name: { zh: '村数', en: 'Villages' }, unit: { zh: '个', en: 'villages' }, values: [30, 31, 33] },
      { name: { zh: '非公企业数', en: 'Non-public firms' }, unit: { zh: '家', en: 'firms' }, values: [40, 1200, 39] },
    ],
    figures: county.child_figures.filter(
      ({ region_code, indicator_id }) =>
        regions.some((region) => region.region_code === region_code) &&
        ['nonpublic_coverage_pct', 'social_coverage_pct'].includes(indicator_id),
    ),
  }
}
