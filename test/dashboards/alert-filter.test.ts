// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest'
import { type AlertFilter, isOfKind, isOfPlace } from '../../dashboards/components/alert-filter.js'
import { alertsPage } from '../../dashboards/components/alerts-page.js'
import type { Alert } from '../../src/domain/alert-data.js'
import { fixtureData } from './fixture-data.js'

const { site, alerts } = fixtureData()
afterEach(() => history.replaceState(null, '', '/'))

const [template] = alerts.alerts
const alert = (changes: Partial<Alert>): Alert => {
  if (!template) throw new Error('no alert')
  return { ...template, state: 'open', latest_status: 'warning', life: 'steady', is_chronic: false, ...changes }
}
const all: AlertFilter = { region: '', indicator: '', severity: '', age: '' }

test.each<[Partial<AlertFilter>, Partial<Alert>, boolean]>([
  [{}, {}, true],
  [{ severity: 'critical' }, { latest_status: 'critical' }, true],
  [{ severity: 'critical' }, { latest_status: 'warning' }, false],
  // Open, but its latest value is within the line, or too small a base to say.
  [{ severity: 'ok' }, { latest_status: 'ok' }, true],
  [{ severity: 'ok' }, { latest_status: 'small_base' }, true],
  [{ age: 'new' }, { life: 'opened' }, true],
  [{ age: 'new' }, { life: 'worsening' }, false],
  [{ age: 'middle' }, { life: 'worsening' }, true],
  [{ age: 'middle' }, { life: 'worsening', is_chronic: true }, false],
  [{ age: 'chronic' }, { life: 'silent', is_chronic: true }, true],
  [{ age: 'chronic', severity: 'critical' }, { is_chronic: true }, false],
])('%j of an alert that is %j: %s', (filter, changes, expected) => {
  expect(isOfKind({ ...all, ...filter }, alert(changes))).toBe(expected)
})

test('a place is a region, an indicator, or both', () => {
  const here = { region_code: '990324', indicator_id: 'social_coverage_pct' }
  expect(isOfPlace(all, here)).toBe(true)
  expect(isOfPlace({ ...all, region: '990324', indicator: 'social_coverage_pct' }, here)).toBe(true)
  expect(isOfPlace({ ...all, region: '990324', indicator: 'nonpublic_coverage_pct' }, here)).toBe(false)
  expect(isOfPlace({ ...all, region: '990325' }, here)).toBe(false)
})

describe('the page of alerts', () => {
  const rows = (page: HTMLElement, list: string) => page.querySelectorAll(`[data-chart="${list}"] tbody tr`).length

  test('takes every choice from the address, and shows what is not open only when nobody asks how bad or how old', () => {
    const critical = alerts.alerts.filter(
      ({ state, latest_status }) => state === 'open' && latest_status === 'critical',
    )
    expect(critical.length).toBeGreaterThan(0)
    history.replaceState(null, '', '/alerts?severity=critical')
    const page = alertsPage(alerts, site, { lang: 'zh', width: 1280 })
    expect(rows(page, 'alerts-critical')).toBe(critical.length)
    for (const other of ['alerts-warning', 'alerts-ok', 'alerts-closed', 'alerts-near', 'alerts-withdrawn'])
      expect(page.querySelector(`[data-chart="${other}"]`), other).toBeNull()
    history.replaceState(null, '', '/alerts')
    expect(
      alertsPage(alerts, site, { lang: 'zh', width: 1280 }).querySelector('[data-chart="alerts-closed"]'),
    ).not.toBeNull()
  })

  test('has what was chosen in words for paper', () => {
    history.replaceState(null, '', '/alerts?region=990324&age=chronic')
    const words = [...alertsPage(alerts, site, { lang: 'zh', width: 1280 }).querySelectorAll('.on-paper')].map(
      ({ textContent }) => textContent,
    )
    const known = alerts.alerts.some(({ region_code }) => region_code === '990324')
    expect(words).toEqual([known ? '地区：栾溪县' : '', '', '', '持续：超过 12 期'])
  })
})
