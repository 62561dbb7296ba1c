import { html } from 'htl'
import type { RegionName } from '../../src/domain/page-data.js'
import type { RegionData, RegionReturn } from '../../src/domain/region-data.js'
import { sayDay, sayPeriod } from './period.js'
import { statusMark } from './status.js'
import { table } from './table.js'
import type { View } from './view.js'

/** What a region sent in, when, and what of it was refused; of a township what its county sent about it. */
export function returnTable(data: RegionData, view: View): HTMLElement {
  const { region, above, returns } = data
  const county = region.region_level === 'township' ? (above.at(-1) ?? null) : null
  return html`<section aria-labelledby="returns" data-chart="returns">
    <h2 id="returns">${view.say('returns.title')}</h2>
    ${county ? html`<p class="lead">${view.say('returns.by_county', { county: county.region_name })}</p>` : null}
    ${
      returns.length
        ? table(
            view.say('returns.title'),
            [
              { head: view.say('head.return'), cell: (row) => view.pick(row.title) },
              { head: view.say('head.period'), cell: (row) => sayPeriod(view.lang, row.period) },
              { head: view.say('head.due'), cell: (row) => sayDay(view.lang, row.due_date) },
              {
                head: view.say('head.received'),
                cell: (row) => (row.received_at ? sayDay(view.lang, row.received_at) : view.say('dash')),
              },
              { head: view.say('head.state'), cell: (row) => statusMark(view.lang, row.state) },
              { head: view.say('returns.own'), cell: (row) => sayUnits(row, view) },
            ],
            returns,
          )
        : html`<p class="empty">${view.say('returns.none')}</p>`
    }
    ${county ? rejectsOfCounty(county, view) : rejectTable(data.rejects, view)}
  </section>`
}

/** How much of a return is about the region: “已报”, or “12/13 个乡镇” where it is of several units. */
function sayUnits({ dataset, units_expected, units_reported }: RegionReturn, view: View): string {
  const unit = view.site.indicators.find((indicator) => indicator.dataset === dataset)?.grain
  if (units_expected === 1 || !unit) return view.say(units_reported > 0 ? 'returns.row.in' : 'returns.row.out')
  return view.say('returns.units', {
    reported: units_reported,
    expected: units_expected,
    unit: view.say(`level.${unit}`),
  })
}

function rejectsOfCounty(county: RegionName, view: View): HTMLElement {
  const link = html`<a href=${`${view.root}regions/${county.region_code}#returns`}>${view.say('rejects.county_page', { county: county.region_name })}</a>`
  return html`<p class="note">${view.say('rejects.by_county')}${link}</p>`
}

function rejectTable(rejects: RegionData['rejects'], view: View): HTMLElement {
  return html`<div><h3>${view.say('rejects.title', { count: rejects.length })}</h3>
    ${
      rejects.length
        ? table(
            view.say('rejects.title', { count: rejects.length }),
            [
              { head: view.say('head.file'), cell: (row) => row.file_name },
              { head: view.say('head.sheet'), cell: (row) => row.sheet ?? view.say('dash') },
              { head: view.say('head.cell'), cell: (row) => row.cell ?? view.say('dash') },
              { head: view.say('head.column'), cell: (row) => row.column ?? view.say('dash') },
              { head: view.say('head.message'), cell: (row) => row.message },
            ],
            rejects,
          )
        : html`<p class="empty">${statusMark(view.lang, 'ok')} ${view.say('rejects.none')}</p>`
    }
  </div>`
}
