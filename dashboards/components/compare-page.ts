import { html } from 'htl'
import type { CompareData, ComparedFigure } from '../../src/domain/compare-data.js'
import type { SiteData } from '../../src/domain/page-data.js'
import type { RegionCode } from '../../src/domain/region.js'
import { chosenInAddress, keepInAddress } from './address.js'
import { changeRows } from './change-list.js'
import { sayApart } from './compare-words.js'
import { withRemark } from './gap-table.js'
import { isMessageKey } from './messages.js'
import { sayLine } from './number.js'
import { sayPeriod } from './period.js'
import { sparkline } from './sparkline.js'
import { statusMark } from './status.js'
import { table } from './table.js'
import { createView, type View, type ViewOptions } from './view.js'
import { sayFigure, sayGap } from './words.js'

/** The two regions that are side by side. */
interface Pair {
  a: RegionCode
  b: RegionCode
}

/** An indicator with the figures of both. */
interface Row {
  indicator_id: string
  a: ComparedFigure
  b: ComparedFigure
}

/** Two counties, or a county and the city, indicator by indicator. Which two is kept in the address. */
export function comparePage(data: CompareData, site: SiteData, options: ViewOptions): HTMLElement {
  const view = createView(site, options)
  const body = html`<div></div>`
  const [first, second] = [select('a', view), select('b', view)]
  const show = () => {
    const pair = { a: first.value, b: second.value }
    keepInAddress({ ...pair })
    body.replaceChildren(
      pair.a === pair.b
        ? html`<p class="empty" role="status">${view.say('compare.same')}</p>`
        : html`<div>${topics(data, pair, view)}</div>`,
    )
  }
  const swap = html`<button type="button" class="plain">${view.say('compare.swap')}</button>`
  swap.addEventListener('click', () => {
    const before = first.value
    first.value = second.value
    second.value = before
    show()
  })
  for (const each of [first, second]) each.addEventListener('change', show)
  show()
  return html`<div class="page">
    <div class="bar">
      <label class="select">${view.say('compare.first')} ${first}</label>
      <label class="select">${view.say('compare.second')} ${second}</label>
      ${swap}
    </div>
    ${body}
  </div>`
}

/** A choice among the counties and the city; without one in the address the first county and the city. */
function select(name: keyof Pair, view: View): HTMLSelectElement {
  const { counties, city } = view.site
  const asked = chosenInAddress(name)
  const regions = [...counties, city]
  const usual = name === 'a' ? (counties[0] ?? city) : city
  const chosen = regions.find(({ region_code }) => region_code === asked) ?? usual
  return html`<select name=${name}>${regions.map(
    (region) => html`<option value=${region.region_code} selected=${region === chosen}>${region.region_name}</option>`,
  )}</select>` as HTMLSelectElement
}

function topics({ figures }: CompareData, pair: Pair, view: View): HTMLElement[] {
  const of = (code: RegionCode, id: string) =>
    figures.find(({ region_code, indicator_id }) => region_code === code && indicator_id === id)
  const rows = view.site.indicators.flatMap(({ id }): Row[] => {
    const [a, b] = [of(pair.a, id), of(pair.b, id)]
    return a && b ? [{ indicator_id: id, a, b }] : []
  })
  const pages = [...new Set(rows.map(({ indicator_id }) => view.indicator(indicator_id).page))]
  return pages.map((page) => {
    const title = `${page}.title`
    const name = isMessageKey(title) ? view.say(title) : page
    const own = rows.filter(({ indicator_id }) => view.indicator(indicator_id).page === page)
    return html`<section aria-labelledby=${`topic-${page}`}>
      <h2 id=${`topic-${page}`}><a href=${`${view.root}${page}?region=${pair.a}`}>${name}</a></h2>
      ${pairTable(own, pair, name, view)}
    </section>`
  })
}

function pairTable(rows: readonly Row[], { a, b }: Pair, caption: string, view: View): HTMLElement {
  const names = { a: view.shortName(a), b: view.shortName(b) }
  const element = table<Row>(
    caption,
    [
      { head: view.say('head.indicator'), cell: ({ indicator_id }) => view.pick(view.indicator(indicator_id).name) },
      { head: view.name(a), cell: (row) => figureCell(row.a, row.b, view) },
      { head: view.name(b), cell: (row) => figureCell(row.b, row.a, view) },
      { head: view.say('compare.apart'), cell: (row) => sayApart(row.a, row.b, view) },
      { head: view.say('compare.lines', names), cell: (row) => course(row, names, view) },
    ],
    rows,
  )
  element.classList.add('side-by-side')
  return element
}

/** Value, status, gap and changes; the line too where the other one is held against another. */
function figureCell(figure: ComparedFigure, other: ComparedFigure, view: View): HTMLElement {
  const indicator = view.indicator(figure.indicator_id)
  const line =
    figure.warning !== null && figure.warning !== other.warning
      ? view.say('line.warning', { value: sayLine(view.lang, indicator, figure.warning) })
      : null
  const period = figure.period === view.site.period ? null : sayPeriod(view.lang, figure.period)
  const remarks = [sayGap(view, figure), line, period].filter((remark) => remark !== null)
  return html`<div class="side"><b data-value=${figure.value ?? ''}>${sayFigure(view, figure)}</b> ${statusMark(view.lang, figure.status)}
    ${withRemark('', remarks.join(view.say('comma')))}
    <dl class="changes">${changeRows({ ...figure, previous: brief(figure.previous), year_before: brief(figure.year_before) }, view)}</dl></div>`
}

/** A change without what it comes from: the topic's page says that. */
function brief(change: ComparedFigure['previous']): ComparedFigure['previous'] {
  return change && { ...change, from_numerator: null, from_denominator: null, from_units: null, is_same_units: true }
}

function course({ indicator_id, a, b }: Row, names: { a: string; b: string }, view: View): SVGElement | string {
  const length = Math.max(a.recent.length, b.recent.length)
  // A county that began later has fewer: the last values stand below each other.
  const toLength = (values: (number | null)[]) => [...Array(length - values.length).fill(null), ...values]
  if ([...a.recent, ...b.recent].every((value) => value === null)) return ''
  const label = view.say('compare.label', {
    ...names,
    name: view.pick(view.indicator(indicator_id).name),
    first: sayFigure(view, a),
    second: sayFigure(view, b),
  })
  return sparkline(
    { values: toLength(a.recent), beside: toLength(b.recent), warning: toLength(a.recent_warning) },
    { label, width: 190, height: 56 },
  )
}
