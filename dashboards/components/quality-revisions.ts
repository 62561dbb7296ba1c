import { html } from 'htl'
import type { QualityDeclared, QualityRevision, QualityRevisions } from '../../src/domain/quality-data.js'
import { cappedList, entry, rest } from './capped-list.js'
import { sayCorrected, sayFromTo, sayMoved } from './history-words.js'
import { sayDay, sayPeriod } from './period.js'
import type { View } from './view.js'

const shown = 12

/** Figures that moved after they were first known: from what to what, by how much, when and by which file. */
export function revisionList({ count, list }: QualityRevisions['of_month'], view: View): HTMLElement {
  const unlisted = count - list.length
  return html`<div>
    ${cappedList(list, shown, (each) => entry(revisionHead(each, view), revisionBody(each, view)), view)}
    ${unlisted > 0 ? html`<p class="note">${view.say('quality.revisions.unlisted', { count: unlisted })}</p>` : null}
  </div>`
}

/** What the last 12 months revised in all, and behind it the figures of earlier periods; null where nothing was. */
export function earlierRevisions({ earlier, in_year }: QualityRevisions, view: View): HTMLElement | null {
  if (in_year.count === 0) return null
  const { count } = earlier
  return html`<div>
    <p class="note">${view.say('quality.revisions.year', in_year)}</p>
    ${count > 0 ? rest(view.say('quality.revisions.earlier', { count }), () => revisionList(earlier, view)) : null}
  </div>`
}

function revisionHead({ region_code, indicator_id, period }: QualityRevision, view: View): Node {
  const what = [view.pick(view.indicator(indicator_id).name), sayPeriod(view.lang, period)].join(view.say('comma'))
  return html`<span><b>${view.name(region_code)}</b><small class="remark">${what}</small></span>`
}

function revisionBody(revision: QualityRevision, view: View): Node {
  const { received_on, file_name, units_before, units_after, units_expected } = revision
  const words = {
    before: units_before,
    after: units_after,
    expected: units_expected,
    unit: view.say(`level.${view.indicator(revision.indicator_id).grain}`),
  }
  const facts = [
    sayDay(view.lang, received_on),
    file_name ?? view.say('quality.revision.declared'),
    units_before === units_after ? null : view.say('quality.revision.units', words),
  ]
  const moved = [sayFromTo(revision, view), sayMoved(revision, view)].filter(Boolean).join(view.say('comma'))
  return html`<div>${moved}<p class="note">${facts.filter(Boolean).join(view.say('comma'))}</p></div>`
}

/** The declared corrections in force: what stands for what, why, who decided and when. */
export function declaredList(declared: readonly QualityDeclared[], view: View): HTMLElement {
  return cappedList(
    declared,
    shown,
    ({ cell, title, period, reason, decided_by: office, decided_on }) => {
      const what = [view.pick(title), sayPeriod(view.lang, period)].join(view.say('comma'))
      const who = view.say('quality.declared.by', { office, day: sayDay(view.lang, decided_on) })
      return entry(
        html`<span><b>${cell.region_name}</b><small class="remark">${what}</small></span>`,
        html`<div>${sayCorrected(cell, view)}<p class="note">${[reason, who].join(view.say('semicolon'))}</p></div>`,
      )
    },
    view,
  )
}
