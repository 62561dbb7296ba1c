import type { Alert, NearMiss } from '../../src/domain/alert-data.js'
import { frequencyOf, sayPeriods } from './period.js'
import type { View } from './view.js'

/** What an open alert does, beside its status: new, better, worse, silent for how long, and chronic; null of one that ended. */
export function sayLife(view: View, alert: Alert): string | null {
  const { state, life, silent_periods: silent, opened_period: opened } = alert
  if (state !== 'open' || life === 'closed' || life === 'withdrawn') return null
  const word =
    life === 'silent'
      ? view.say('alert.silent', { periods: sayPeriods(view.lang, silent, frequencyOf(opened)) })
      : view.say(`life.${life}`)
  return alert.is_chronic ? `${word}${view.say('comma')}${view.say('life.chronic')}` : word
}

const counted = ['opened', 'worsening', 'improving', 'steady', 'silent'] as const

/** “其中新增 2 条、变差 5 条……；长期 4 条；另有 6 项接近预警线”: null where there is nothing to say. */
export function sayLives(view: View, alerts: readonly Alert[], near: readonly NearMiss[]): string | null {
  const open = alerts.filter(({ state }) => state === 'open')
  const lives = counted.flatMap((life) => {
    const count = open.filter((alert) => alert.life === life).length
    return count > 0 ? view.say(`lives.${life}`, { count }) : []
  })
  const chronic = open.filter(({ is_chronic }) => is_chronic).length
  const parts = [
    lives.length > 0 ? view.say('lives.of_them', { list: lives.join(view.say('list.comma')) }) : '',
    chronic > 0 ? view.say('lives.chronic', { count: chronic }) : '',
    near.length > 0 ? view.say('lives.near', { count: near.length }) : '',
  ].filter((part) => part !== '')
  return parts.length > 0 ? `${parts.join(view.say('semicolon'))}${view.say('stop')}` : null
}
