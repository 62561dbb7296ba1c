// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { sayLife, sayLives } from '../../dashboards/components/life-words.js'
import { createView } from '../../dashboards/components/view.js'
import type { Alert } from '../../src/domain/alert-data.js'
import { fixtureData } from './fixture-data.js'

const data = fixtureData()
const [zh, en] = (['zh', 'en'] as const).map((lang) => createView(data.site, { lang, width: 800 })) as [
  ReturnType<typeof createView>,
  ReturnType<typeof createView>,
]
const [first] = data.alerts.alerts
const alert = (changes: Partial<Alert>): Alert => {
  if (!first) throw new Error('no alert')
  return {
    ...first,
    state: 'open',
    life: 'steady',
    is_chronic: false,
    opened_period: '2026-01',
    silent_periods: 0,
    ...changes,
  }
}

test('an open alert says what it does; one that ended says nothing', () => {
  expect(sayLife(zh, alert({ life: 'opened' }))).toBe('新增')
  expect(sayLife(zh, alert({ life: 'worsening', is_chronic: true }))).toBe('变差，长期')
  expect(sayLife(en, alert({ life: 'improving', is_chronic: true }))).toBe('getting better, chronic')
  expect(sayLife(zh, alert({ life: 'silent', silent_periods: 2 }))).toBe('已 2 个月未报送，状态保持')
  expect(sayLife(zh, alert({ state: 'closed', life: 'closed' }))).toBeNull()
})

test('of many it is counted', () => {
  const alerts = [
    alert({ life: 'opened' }),
    alert({ life: 'worsening', is_chronic: true }),
    alert({ life: 'worsening' }),
    alert({ state: 'closed', life: 'closed' }),
  ]
  expect(sayLives(zh, alerts, data.alerts.near_misses)).toBe(
    '其中新增 1 条、变差 2 条；超过 12 期的长期预警 1 条；另有 1 项接近预警线。',
  )
  expect(sayLives(en, alerts.slice(0, 1), [])).toBe('Of them 1 new.')
  expect(sayLives(zh, [], [])).toBeNull()
})
