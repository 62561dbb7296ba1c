import { html } from 'htl'
import type { MethodologyData } from '../../src/domain/methodology-data.js'
import type { SiteData } from '../../src/domain/page-data.js'
import { withRemark } from './gap-table.js'
import { sayDifference, sayLine, sayNumber } from './number.js'
import { sayPeriod } from './period.js'
import { sourceList } from './source-list.js'
import { table } from './table.js'
import { createView, type View, type ViewOptions } from './view.js'
import { sayScope } from './words.js'

type DatasetEntry = MethodologyData['datasets'][number]
type IndicatorEntry = MethodologyData['indicators'][number]
type ThresholdEntry = MethodologyData['thresholds'][number]

/** What exactly each number is: returns, definitions, formulas, thresholds and sources, from the catalog and the SQL. */
export function methodologyPage(data: MethodologyData, site: SiteData, options: ViewOptions): HTMLElement {
  const view = createView(site, options)
  const part = (
    id: 'indicators' | 'thresholds' | 'alerts' | 'datasets' | 'history' | 'bands' | 'similar' | 'national',
    content: unknown,
  ) => html`<section aria-labelledby=${id}>
    <h2 id=${id}>${view.say(`methodology.${id}`)}</h2>
    <p class="lead">${view.say(`methodology.${id}.lead`)}</p>
    ${content}
  </section>`
  return html`<div class="page methodology">
    ${part(
      'indicators',
      data.indicators.map((entry) => definition(entry, data, view)),
    )}
    ${part('thresholds', table(view.say('methodology.thresholds'), thresholdColumns(view), data.thresholds))}
    ${part('alerts', null)}
    ${part(
      'datasets',
      data.datasets.map((entry) => dataset(entry, view)),
    )}
    ${part('history', html`<a class="more" href=${`${view.root}quality#declared`}>${view.say('methodology.history.link')}</a>`)}
    ${part(
      'bands',
      table(
        view.say('methodology.bands'),
        [
          { head: view.say('head.band'), cell: (row) => view.pick(row.name) },
          { head: view.say('head.rule'), cell: (row) => view.pick(row.rule) },
        ],
        data.bands,
      ),
    )}
    ${part(
      'similar',
      table(
        view.say('methodology.similar'),
        [
          { head: view.say('head.condition'), cell: (row) => view.pick(row.name) },
          { head: view.say('head.unit'), cell: (row) => (row.unit ? view.pick(row.unit) : view.say('dash')) },
          { head: view.say('head.return'), cell: (row) => view.pick(row.return_title) },
          {
            head: view.say('head.level'),
            cell: (row) => row.levels.map((level) => view.say(`level.${level}`)).join(view.say('list.comma')),
          },
        ],
        data.conditions,
      ),
    )}
    ${part(
      'national',
      data.national.map(
        (series) => html`<div><h3>${nameOf(series.indicator_id, view)}</h3>${sourceList([series], view)}</div>`,
      ),
    )}
  </div>`
}

function definition(entry: IndicatorEntry, data: MethodologyData, view: View): HTMLElement {
  const facts = [
    [view.say('head.numerator'), view.pick(entry.numerator)],
    [view.say('head.denominator'), view.pick(entry.denominator)],
    [view.say('head.unit'), view.say(`axis.${entry.unit}`)],
    [view.say('head.direction'), view.say(`direction.${entry.direction}`)],
    [view.say('head.source'), view.pick(entry.source)],
    [view.say('head.return'), view.pick(data.datasets.find(({ id }) => id === entry.dataset)?.title ?? entry.name)],
  ]
  return html`<article class="definition" id=${entry.id}>
    <h3>${view.pick(entry.name)} <code>${entry.id}</code></h3>
    <p>${view.pick(entry.meaning)}</p>
    <dl>${facts.map(([name, words]) => html`<div><dt>${name}</dt><dd>${words}</dd></div>`)}</dl>
    <details><summary>${view.say('methodology.formula')}</summary><pre data-copy="none" tabindex="0">${entry.sql}</pre></details>
  </article>`
}

function thresholdColumns(view: View) {
  const line = (row: ThresholdEntry, value: number | null) => {
    const indicator = view.site.indicators.find(({ id }) => id === row.indicator_id)
    return value === null || !indicator ? view.say('dash') : sayLine(view.lang, indicator, value)
  }
  return [
    { head: view.say('head.indicator'), cell: (row: ThresholdEntry) => nameOf(row.indicator_id, view) },
    { head: view.say('head.scope'), cell: (row: ThresholdEntry) => scopeOf(row, view) },
    { head: view.say('line.warning.name'), number: true, cell: (row: ThresholdEntry) => line(row, row.warning) },
    { head: view.say('line.critical.name'), number: true, cell: (row: ThresholdEntry) => line(row, row.critical) },
    {
      head: view.say('head.target'),
      number: true,
      cell: (row: ThresholdEntry) => withRemark(line(row, row.target), targetRemark(row, view)),
    },
    {
      head: view.say('head.min_base'),
      number: true,
      cell: (row: ThresholdEntry) => sayNumber(view.lang, row.min_denominator),
    },
    {
      head: view.say('head.clear'),
      cell: (row: ThresholdEntry) => html`<span class="nowrap">${clearing(row, view)}</span>`,
    },
    {
      head: view.say('head.validity'),
      cell: (row: ThresholdEntry) =>
        withRemark(
          view.say(row.valid_to ? 'validity.between' : 'validity.from', {
            from: sayPeriod(view.lang, row.valid_from),
            to: row.valid_to ? sayPeriod(view.lang, row.valid_to) : '',
          }),
          row.path === 'linear' ? view.say('threshold.path') : null,
        ),
    },
    {
      head: view.say('head.basis'),
      cell: (row: ThresholdEntry) => [row.basis, row.note].filter(Boolean).join(view.say('semicolon')),
    },
  ]
}

/** When the target is due. */
function targetRemark({ target, target_due }: ThresholdEntry, view: View): string | null {
  if (target === null || target_due === null) return null
  return view.say('threshold.due', { due: sayPeriod(view.lang, target_due) })
}

function clearing({ indicator_id, clear_margin, clear_periods: periods }: ThresholdEntry, view: View): string {
  const indicator = view.site.indicators.find(({ id }) => id === indicator_id)
  if (clear_margin === 0 || !indicator) return view.say('threshold.clear', { periods })
  return view.say('threshold.clear.margin', { periods, margin: sayDifference(view.lang, indicator, clear_margin) })
}

function scopeOf({ scope, region_level }: ThresholdEntry, view: View): string {
  const who = sayScope(view, scope)
  return region_level ? `${who}${view.say('comma')}${view.say(`level.${region_level}`)}` : who
}

function dataset(entry: DatasetEntry, view: View): HTMLElement {
  return html`<article class="definition">
    <h3>${view.pick(entry.title)} <code>${entry.id}</code></h3>
    <p>${view.say('dataset.facts', { frequency: view.say(`frequency.${entry.frequency}`), grain: view.say(`level.${entry.grain}`), day: entry.due_day, columns: entry.columns.length })}</p>
    ${table(
      view.pick(entry.title),
      [
        { head: view.say('head.column'), cell: (row) => view.pick(row.header) },
        { head: view.say('head.name'), cell: (row) => html`<code>${row.name}</code>` },
        { head: view.say('head.kind'), cell: (row) => kindOf(row.kind, view) },
        { head: view.say('head.unit'), cell: (row) => (row.unit ? view.pick(row.unit) : view.say('dash')) },
      ],
      entry.columns,
    )}
    ${entry.checks.length ? html`<h4>${view.say('methodology.checks')}</h4><ul>${entry.checks.map((check) => html`<li>${view.pick(check.sentence)} <code>${check.formula}</code> <small>${severityOf(check.severity, view)}</small></li>`)}</ul>` : null}
  </article>`
}

function kindOf(kind: string, view: View): string {
  return kind === 'count' ||
    kind === 'amount' ||
    kind === 'share' ||
    kind === 'text' ||
    kind === 'date' ||
    kind === 'code'
    ? view.say(`kind.${kind}`)
    : kind
}

function severityOf(severity: string, view: View): string {
  return severity === 'reject' || severity === 'warn' ? view.say(`severity.${severity}`) : severity
}

function nameOf(id: string, view: View): string {
  const indicator = view.site.indicators.find((each) => each.id === id)
  return indicator ? view.pick(indicator.name) : id
}
