// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { briefPage } from '../../dashboards/components/brief-page.js'
import { header } from '../../dashboards/components/chrome.js'
import type { Brief } from '../../src/domain/brief.js'
import { briefFixture } from './brief-fixture.js'
import { fixtureData } from './fixture-data.js'

const data = fixtureData()
const brief: Brief = briefFixture(data)

test.each(['zh', 'en'] as const)('the page says every word of the bulletin, in %s', { timeout: 30_000 }, (lang) => {
  const page = briefPage(brief, { lang })
  const said = page.textContent ?? ''
  expect(said).not.toMatch(/undefined|NaN|Infinity|\[object|⚠|false/)
  for (const { lead, text } of brief.summary)
    for (const part of [lead, text]) if (part) expect(said).toContain(part[lang])
  for (const { title, blocks } of brief.sections) {
    expect(said).toContain(title[lang])
    for (const block of blocks) {
      if (block.kind === 'words') expect(said).toContain(block.text[lang])
      if (block.kind === 'table') {
        const table = page.querySelector(`[data-table="${block.id}"]`)
        expect(table?.querySelector('.brief-caption')?.textContent).toBe(block.caption[lang])
        expect(table?.querySelectorAll('tbody tr')).toHaveLength(block.rows.length)
        const told = table?.textContent
        for (const { cells } of block.rows) for (const { text } of cells) expect(told).toContain(text[lang])
      }
    }
  }
})

test('every headline indicator has its chart, with its finding in words', () => {
  const drawings = [...briefPage(brief, { lang: 'zh' }).querySelectorAll('figure svg.chart')]
  expect(drawings).toHaveLength(data.site.indicators.filter(({ headline }) => headline).length)
  for (const drawing of drawings) expect(drawing.getAttribute('aria-label')).toMatch(/：.*年.*，/)
})

test('a figure beyond a line has a mark and a word', () => {
  const marked = briefPage(brief, { lang: 'zh' }).querySelector('b.critical')
  expect(marked?.textContent).toMatch(/^▲严重 [\d.]+/)
})

test('the navigation leads to the bulletin of the month', () => {
  expect(header(data.site, 'zh', '/brief/2026-10')).toContain(
    '<a href="/brief/2026-10" aria-current="page">月度通报</a>',
  )
})
