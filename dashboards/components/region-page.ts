import { html } from 'htl'
import type { SiteData } from '../../src/domain/page-data.js'
import type { RegionData } from '../../src/domain/region-data.js'
import { alertTable } from './alert-table.js'
import { asItWas } from './as-it-was.js'
import { breakPositions, sayBreak, sayCarried, sayRenaming } from './breaks.js'
import { remarksOf } from './history-words.js'
import { indicatorCard } from './indicator-card.js'
import { sayLives } from './life-words.js'
import { isMessageKey } from './messages.js'
import { nearTable } from './near-table.js'
import { type LoadOrigins, originPanel } from './origin-panel.js'
import { sayPeriod } from './period.js'
import { regionBands } from './region-bands.js'
import { regionDots } from './region-dots.js'
import { regionPlace } from './region-place.js'
import { returnTable } from './return-table.js'
import { similarSection } from './similar-regions.js'
import { statusMark } from './status.js'
import { taskTable } from './task-lines.js'
import { townshipList } from './township-list.js'
import { createView, isBelow, type View, type ViewOptions } from './view.js'

/** What the region page is given beside its data: `origins` reads where its figures come from, when somebody asks. */
export interface RegionPageOptions extends ViewOptions {
  origins: LoadOrigins
}

/** Everything about one region. */
export function regionPage(data: RegionData, site: SiteData, options: RegionPageOptions): HTMLElement {
  const view = createView(site, { ...options, regions: [data.region, ...data.above, ...data.children] })
  const pages = [...new Set(data.figures.map(({ indicator_id }) => view.indicator(indicator_id).page))]
  const open = data.alerts.filter(({ state }) => state === 'open')
  const ended = data.alerts.filter(({ state }) => state === 'closed')
  const withdrawn = data.alerts.filter(({ state }) => state === 'withdrawn')
  const lives = sayLives(view, open, data.near_misses)
  return html`<div class="page">
    ${regionPlace(data, view)}
    <p class="finding">${finding(data, view)}</p>
    ${data.region.region_level === 'county' ? html`<p><a class="more" href=${`${view.root}compare?a=${data.region.region_code}`}>${view.say('choice.compare')}</a></p>` : null}
    ${contents(data, pages, view)}
    ${data.changes.map((each) => html`<p class="note">${sayBreak(view, each)}</p>`)}
    ${data.renamings.map((each) => html`<p class="note">${sayRenaming(view, each)}</p>`)}
    ${data.as_it_was.map((each) => asItWas(each, view))}
    ${data.children.length ? townshipList(data, view) : null}
    ${pages.map((page) => topic(page, data, view, options.origins))}
    ${data.similar ? similarSection(data.similar, view) : null}
    <section aria-labelledby="open-alerts"><h2 id="open-alerts">${view.say('region.open', { count: open.length })}</h2>
      ${lives === null ? null : html`<p class="lead">${lives}</p>`}
      ${open.length ? alertTable(open, view, 'open', view.say('region.open', { count: open.length })) : html`<p class="empty">${statusMark(view.lang, 'ok')} ${view.say('region.open.none')}</p>`}
      ${data.near_misses.length ? html`<h3>${view.say('near.title', { count: data.near_misses.length })}</h3>${nearTable(data.near_misses, view)}` : null}
      ${ended.length ? html`<h3>${view.say('region.ended', { count: ended.length })}</h3>${alertTable(ended, view, 'closed', view.say('region.ended', { count: ended.length }))}` : null}
      ${withdrawn.length ? html`<h3>${view.say('region.withdrawn', { count: withdrawn.length })}</h3>${alertTable(withdrawn, view, 'withdrawn', view.say('region.withdrawn', { count: withdrawn.length }))}` : null}
    </section>
    ${data.region.region_level === 'township' ? null : tasks(data, view)}
    ${returnTable(data, view)}
  </div>`
}

/** A county's lines of the three lists: townships have none of their own. */
function tasks(data: RegionData, view: View): HTMLElement {
  const title = view.say('region.tasks', { count: data.tasks.length })
  return html`<section aria-labelledby="region-tasks"><h2 id="region-tasks">${title}</h2>
    ${data.tasks.length ? taskTable(data.tasks, view, title) : html`<p class="empty">${view.say('region.tasks.none')}</p>`}
  </section>`
}

function finding(data: RegionData, view: View): string {
  const judged = data.figures.filter(({ status }) => status === 'ok' || status === 'warning' || status === 'critical')
  const count = (status: string) => judged.filter((figure) => figure.status === status).length
  return view.say(judged.some(isBelow) ? 'region.finding' : 'region.finding.ok', {
    class: classOf(data, view),
    total: judged.length,
    critical: count('critical'),
    warning: count('warning'),
  })
}

/** A county by its class; a township by its county too. */
function classOf({ region, above }: RegionData, view: View): string {
  const { region_class, region_level } = region
  if (region_level !== 'township') return view.say(`class.${region_class ?? 'none'}`)
  const county = above.at(-1)?.region_name ?? ''
  return view.say('place.finding.township', { county, class: view.say(`place.class.${region_class ?? 'none'}`) })
}

/** The parts of the page, each a jump away. */
function contents(data: RegionData, pages: readonly string[], view: View): HTMLElement {
  const parts = [
    ...(data.children.length ? [['townships', view.say('region.children', { count: data.children.length })]] : []),
    ...pages.map((page) => [`topic-${page}`, topicName(page, view)]),
    ...(data.similar ? [['similar', view.say('similar.short')]] : []),
    ['open-alerts', view.say('alerts.name')],
    ['returns', view.say('returns.title')],
  ]
  return html`<nav class="contents" aria-label=${view.say('region.topics')}><span>${view.say('region.topics')}</span><ul>${parts.map(
    ([id, name]) => html`<li><a href=${`#${id}`}>${name}</a></li>`,
  )}</ul></nav>`
}

function topic(page: string, data: RegionData, view: View, load: LoadOrigins): HTMLElement {
  const origins = originPanel(view, load, `origin-${page}`)
  const figures = data.figures.filter(({ indicator_id }) => view.indicator(indicator_id).page === page)
  const remarks = remarksOf(data.history, view)
  // Charts of a topic show counties: a township's stands out there.
  const county = (data.region.region_level === 'township' ? data.above.at(-1) : data.region)?.region_code ?? ''
  const wanted = view.width >= 860 ? 3 : view.width >= 560 ? 2 : 1
  const columns = Math.min(wanted, figures.length)
  const width = Math.floor((view.width - (columns - 1) * 24) / columns)
  const dots = figures.flatMap((figure) => {
    const children = data.child_figures.filter(({ indicator_id }) => indicator_id === figure.indicator_id)
    if (!children.some(({ value }) => value !== null)) return []
    return [
      html`<div><h4>${view.pick(view.indicator(figure.indicator_id).name)}</h4>${regionDots({ figures: children, whole: figure, level: 'township', history: data.history }, view, width)}</div>`,
    ]
  })
  return html`<section aria-labelledby=${`topic-${page}`}>
    <h2 id=${`topic-${page}`}>${topicName(page, view)}</h2>
    <div class="cards">${figures.map(({ recent, recent_warning, recent_periods, carried_until, ...figure }) =>
      indicatorCard(
        {
          figure,
          course: {
            values: recent,
            warning: recent_warning,
            breaks: breakPositions(recent_periods, data.changes),
          },
          remark: sayCarried(view, [{ region_code: figure.region_code, carried_until }], figure.region_code) ?? '',
          href: `${view.root}${page}?region=${county}#${figure.indicator_id}`,
          isDetailed: true,
          history: {
            now: remarks(figure),
            earlier: recent_periods
              .filter((period) => period !== figure.period)
              .flatMap((period) =>
                remarks({ ...figure, period }).map((what) =>
                  view.say('history.of_period', { period: sayPeriod(view.lang, period), what }),
                ),
              ),
          },
          foot: origins.button(figure),
        },
        view,
      ),
    )}</div>
    ${origins.panel}
    ${data.bands?.page === page ? regionBands(data, view) : null}
    ${dots.length ? html`<h3>${view.say('townships.spread')}</h3><div class="small-charts" style=${`grid-template-columns: repeat(${columns}, minmax(0, 1fr))`}>${dots}</div>` : null}
  </section>`
}

function topicName(page: string, view: View): string {
  const title = `${page}.title`
  return isMessageKey(title) ? view.say(title) : page
}
