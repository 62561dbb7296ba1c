// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { secondsOf } from '../../dashboards/components/screen.js'
import { slidesOf } from '../../dashboards/components/slides.js'
import { createView } from '../../dashboards/components/view.js'
import { fixtureData } from './fixture-data.js'

const { site, overview } = fixtureData()
const view = createView(site, { lang: 'zh', width: 1840 })

test.each([
  ['', 20],
  ['30', 30],
  ['5', 5],
  ['4', 20],
  ['601', 20],
  ['soon', 20],
])('a part stays for what the address says, %j: %i seconds', (text, seconds) => {
  expect(secondsOf(text)).toBe(seconds)
})

test('no card, county or alert is lost in cutting the overview into screens; what is left out of a list is counted', () => {
  const [alert] = overview.opened
  if (!alert) throw new Error('no alert')
  const opened = Array.from({ length: 12 }, (_, index) => ({ ...alert, alert_id: String(index) }))
  const slides = slidesOf({ ...overview, opened, closed: [] }, null, view).map(({ draw }) => draw())
  const count = (selector: string) => slides.reduce((sum, slide) => sum + slide.querySelectorAll(selector).length, 0)
  expect(count('.card')).toBe(overview.cards.length)
  expect(count('.status-grid tbody tr')).toBe(14)
  expect(Math.max(...slides.map((slide) => slide.querySelectorAll('.card').length))).toBeLessThanOrEqual(8)
  const alerts = slides.at(-2)
  expect(alerts?.querySelectorAll('.alerts-short tbody tr')).toHaveLength(9)
  expect(alerts?.textContent).toContain('另有 3 条，见预警页')
  expect(alerts?.textContent).toContain('本期没有预警解除')
})
