import type { Brief } from '../domain/brief.js'
import type { SiteData } from '../domain/page-data.js'
import { periodText } from '../domain/period.js'
import { fill, type Text } from '../domain/text.js'
import { dayText, same } from './words/phrases.js'

/** The red head, the title and the last lines of a release's bulletin: all are functions of the release. */
export function headOf(site: SiteData): Pick<Brief, 'head' | 'title' | 'notice' | 'imprint'> {
  const city = site.city.region_name
  const office = fill({ zh: '中共{city}委组织部', en: 'Organisation Department of {city}' }, { city })
  const day = dayText(site.as_of)
  const period = periodText(site.period)
  return {
    head: {
      name: fill({ zh: '{city}基层统计月度通报', en: 'Monthly bulletin of grassroots statistics, {city}' }, { city }),
      issue: issueOf(site),
      office,
      day,
    },
    title: fill({ zh: '{period}基层统计情况通报', en: 'Grassroots statistics of {period}' }, { period }),
    notice: site.sample
      ? {
          zh: '示例数据，并非真实统计；市、县区和发文单位均为虚构',
          en: 'Sample data, not real statistics; city, counties and issuing office are fictional',
        }
      : null,
    imprint: [
      fill({ zh: '{office}　{day}印发', en: '{office}, {day}' }, { office, day }),
      fill(
        {
          zh: '第 {release} 期发布，计入截至{day}收到的报表。定义、公式和依据见“指标口径”。',
          en: 'Release {release}, returns received up to {day}. Definitions, formulas and sources: see the methodology.',
        },
        { release: same(site.release), day },
      ),
    ],
  }
}

/** “2026年第10期”: the month is the number; a later release of the same month says that it takes the place of the ones before. */
function issueOf({ release, period }: Pick<SiteData, 'release' | 'period'>): Text {
  const [year = '', month = ''] = period.split('-')
  const issue = Number(release.slice(release.lastIndexOf('-') + 1))
  const said = fill(
    { zh: '{year}年第{number}期', en: 'No. {number} of {year}' },
    { year, number: Number(month.replace('Q', '')) },
  )
  if (!(issue > 1)) return said
  return fill(
    { zh: '{said}（第{issue}稿，替代前稿）', en: '{said} (version {issue}, replacing the earlier)' },
    { said, issue },
  )
}
