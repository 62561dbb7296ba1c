import { html } from 'htl'
import type { EarlierData } from '../../src/domain/earlier-data.js'
import type { Period } from '../../src/domain/period.js'
import type { IndicatorTrend } from '../../src/domain/topic-data.js'
import { chosenInAddress, keepInAddress } from './address.js'
import type { LoadEarlier } from './earlier-figures.js'
import { sayPeriod } from './period.js'
import { readOnce } from './read-once.js'
import type { View } from './view.js'

/** A period to look at, and the figures of all periods once it is an earlier one. Nothing: the latest. */
export interface ChosenPeriod {
  period: Period
  data: EarlierData
}

/** The choice of a period, and the line that says what is shown. */
export interface PeriodSelect {
  element: HTMLElement
  note: HTMLElement
  chosen(): ChosenPeriod | null
}

/**
 * A choice of period for a page of trends, by year, kept in the address. The figures of earlier periods are read when one is chosen; until
 * then, and when they cannot be read, the page keeps showing the latest.
 */
export function periodSelect(
  trends: readonly IndicatorTrend[],
  view: View,
  load: LoadEarlier,
  onChange: () => void,
): PeriodSelect {
  const [latest = '', ...earlier] = periodsOf(trends)
  const years = [...new Set(earlier.map((period) => period.slice(0, 4)))]
  const select = html`<select>
    <option value="">${view.say('period.latest', { period: sayPeriod(view.lang, latest) })}</option>
    ${years.map(
      (year) =>
        html`<optgroup label=${sayPeriod(view.lang, year)}>${earlier
          .filter((period) => period.startsWith(year))
          .map((period) => html`<option value=${period}>${sayPeriod(view.lang, period)}</option>`)}</optgroup>`,
    )}
  </select>` as HTMLSelectElement
  const note = html`<div role="status"></div>`
  let chosen: ChosenPeriod | null = null

  const show = async () => {
    const period = select.value
    keepInAddress({ period })
    if (period !== '') {
      if (chosen === null) note.replaceChildren(html`<p class="note">${view.say('period.reading')}</p>`)
      try {
        const data = await readOnce(load)
        // Another one may have been chosen meanwhile.
        if (select.value !== period) return
        chosen = { period, data }
        note.replaceChildren(
          html`<p class="note">${view.say('period.earlier', { period: sayPeriod(view.lang, period) })} ${back}</p>`,
        )
      } catch {
        select.value = ''
        keepInAddress({ period: '' })
        chosen = null
        note.replaceChildren(html`<p class="note" role="alert">${view.say('period.failed')}</p>`)
      }
    } else {
      chosen = null
      note.replaceChildren()
    }
    onChange()
  }
  const back = html`<button type="button" class="plain">${view.say('period.back')}</button>`
  back.addEventListener('click', () => {
    select.value = ''
    select.focus()
    void show()
  })
  select.addEventListener('change', show)
  const asked = chosenInAddress('period')
  if (earlier.includes(asked)) {
    select.value = asked
    void show()
  }
  return {
    element: html`<label class="select">${view.say('period.choice')} ${select}</label>`,
    note,
    chosen: () => chosen,
  }
}

/** The periods to choose from, latest first: those of the indicators that have most, for a page may show monthly and annual ones. */
function periodsOf(trends: readonly IndicatorTrend[]): Period[] {
  const [most] = [...trends].sort((a, b) => b.periods.length - a.periods.length)
  return [...(most?.periods ?? [])].reverse()
}
