import { html } from 'htl'
import type { SiteData } from '../../src/domain/page-data.js'
import type { TopicData } from '../../src/domain/topic-data.js'
import { bandBars } from './band-bars.js'
import { type TopicPageOptions, topicPage } from './topic-page.js'
import { transitionMatrix } from './transition-matrix.js'

/** Villages' collective income: the topic page with the distribution over bands before it. */
export function incomePage(data: TopicData, site: SiteData, options: TopicPageOptions): HTMLElement {
  return topicPage(data, site, options, (view) => {
    const isWide = view.width >= 980
    const width = isWide ? Math.floor((view.width - 40) / 2) : view.width
    const whole =
      data.figures.find((row) => view.isCity(row.region_code) && row.period === data.bands[0]?.period) ?? null
    return html`<section class="indicator" id="bands" aria-labelledby="bands-name">
      <h2 id="bands-name">${view.say('bands.caption')}</h2>
      <div class=${isWide ? 'pair' : 'stack'}>
        ${bandBars(data.bands, view, width, { whole: site.city.region_code, returned: whole })}
        ${transitionMatrix(data.transitions, view, whole)}
      </div>
    </section>`
  })
}
