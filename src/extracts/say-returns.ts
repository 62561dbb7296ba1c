import { periodText } from '../domain/period.js'
import type { ChangeGroup, ChangeLine } from '../domain/release-changes.js'
import type { StateReturn } from '../domain/release-state.js'
import type { ReturnChange, StateDifference } from '../domain/state-difference.js'
import { fill, joined, type Text } from '../domain/text.js'
import { dayText, groupOf, sectionOf } from './change-section.js'
import type { StateNames } from './state-names.js'

const titles = {
  came: { zh: '新到和补报 {count} 份', en: 'Returns that came in since: {count}' },
  missing: { zh: '仍缺 {count} 份', en: 'Returns still missing: {count}' },
} satisfies Record<string, Text>

/** Returns that came in since, one a line; and those that did not, one line a return and period. */
export function sayReturns({ came, missing }: StateDifference, names: StateNames): ChangeGroup {
  const lines = new Map<string, StateReturn[]>()
  for (const one of missing) {
    const key = `${one.dataset}/${one.period}`
    lines.set(key, [...(lines.get(key) ?? []), one])
  }
  return groupOf('returns', [
    sectionOf(
      titles.came,
      came.map((change) => cameLine(change, names)),
    ),
    sectionOf(
      titles.missing,
      [...lines.values()].map((list) => missingLine(list, names)),
      missing.length,
    ),
  ])
}

function cameLine({ before, state, received_on }: ReturnChange, names: StateNames): ChangeLine {
  const parts: Text[] = [titleOf(before, names)]
  if (received_on !== null)
    parts.push(fill({ zh: '{day}收到', en: 'received on {day}' }, { day: dayText(received_on) }))
  if (state === 'late') parts.push({ zh: '迟报', en: 'late' })
  if (state === 'partly') parts.push({ zh: '还不完整', en: 'not complete yet' })
  return {
    region_code: before.reporting_unit,
    subject: names.region(before.reporting_unit),
    said: joined(parts, { zh: '，', en: ', ' }),
    status: null,
  }
}

function missingLine(list: readonly StateReturn[], names: StateNames): ChangeLine {
  const [first] = list
  const units = list.map(({ reporting_unit, state }) => {
    const region = names.region(reporting_unit)
    return state === 'partly' ? fill({ zh: '{region}（不完整）', en: '{region} (in part)' }, { region }) : region
  })
  const subject = first ? titleOf(first, names) : { zh: '', en: '' }
  return { region_code: null, subject, said: joined(units), status: null }
}

function titleOf({ dataset, period }: StateReturn, names: StateNames): Text {
  return fill(
    { zh: '{title}（{period}）', en: '{title} ({period})' },
    { title: names.dataset(dataset), period: periodText(period) },
  )
}
