import { writeBrief } from '../../src/briefing/write-brief.js'
import type { Brief } from '../../src/domain/brief.js'
import type { BriefFacts } from '../../src/domain/brief-facts.js'
import type { FixtureData } from './fixture-data.js'

/** The bulletin of the fixture's month. */
export function briefFixture(data: FixtureData): Brief {
  return writeBrief(briefFactsFixture(data))
}

/** What it is written from. A month ago every county stood as it stands now. */
export function briefFactsFixture({ site, overview, topics, alerts }: FixtureData): BriefFacts {
  const all = Object.values(topics)
  const figures = all.flatMap((topic) => topic.figures)
  return {
    site,
    returns: [...new Set(site.indicators.map(({ dataset }) => dataset))].map((dataset) => ({
      dataset,
      title: { zh: `${dataset}情况表`, en: `return ${dataset}` },
    })),
    overview,
    figures,
    before: figures.filter(({ region_code }) => region_code !== site.city.region_code),
    courses: all.flatMap(({ trends }) =>
      trends.map(({ series, ...trend }) => ({ ...trend, values: series[0]?.values ?? [] })),
    ),
    open: alerts.alerts.filter(({ state }) => state === 'open'),
    owners: [],
  }
}
