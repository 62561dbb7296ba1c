import { html } from 'htl'
import type { CompletenessLine } from '../../src/domain/page-data.js'
import type { CompletenessState } from '../../src/domain/status.js'
import { sayDay, sayPeriod } from './period.js'
import { statusMark } from './status.js'
import type { View } from './view.js'

const order: CompletenessState[] = ['missing', 'partly', 'late', 'not_due', 'on_time']

/** One return of the period: how many of the expected came in, and who is late, missing or only partly in. */
export function completenessLine(line: CompletenessLine, view: View): HTMLElement {
  const received = line.counts.on_time + line.counts.late + line.counts.partly
  const state: CompletenessState = order.find((each) => line.counts[each] > 0 && each !== 'on_time') ?? 'on_time'
  const units = order.flatMap((each) => {
    const names = line.units.filter((unit) => unit.state === each).map((unit) => view.shortName(unit.region_code))
    return names.length ? [html`<span>${statusMark(view.lang, each)} ${names.join(view.say('list.comma'))}</span>`] : []
  })
  return html`<li class="completeness" data-dataset=${line.dataset}>
    <span class="completeness-head">${view.pick(line.title)} <small>${sayPeriod(view.lang, line.period)}${view.say('comma')}${view.say('completeness.due', { day: sayDay(view.lang, line.due_date) })}</small></span>
    <span class="completeness-count"><b class="received">${received}</b>${view.say('completeness.of', { expected: line.expected })}</span>
    <span class="completeness-units">${units.length ? units : statusMark(view.lang, state)}</span>
  </li>`
}
