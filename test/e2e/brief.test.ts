import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from 'axe-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findBrowser } from '../../src/briefing/browser.js'
import type { Brief } from '../../src/domain/brief.js'
import { unzip } from '../fuzz/zip.js'
import { launch } from './browser.js'
import { jiceng, serving } from './jiceng.js'

let folder: string
let brief: Brief
const release = () => join(inject('home'), 'releases', 'current')
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiceng-brief-'))
  brief = JSON.parse(await readFile(join(release(), 'extracts', 'pages', 'brief.json'), 'utf8'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('jiceng brief', () => {
  test('explains itself in both languages', async () => {
    const [zh, en] = [await jiceng('brief', '--help'), await jiceng('brief', '--help', '--lang', 'en')]
    expect(zh.stdout).toContain('jiceng brief')
    expect(en.stdout).toContain('Examples:')
    expect(en.stdout).not.toMatch(/[\u4e00-\u9fff]/)
  })

  test('writes both files from the release, and they say what the page says', async () => {
    if ((await findBrowser()) === null) return
    const { code, stdout, stderr } = await jiceng('brief', '--home', inject('home'), '--out', folder)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const names = ['2026-10-1-月度通报.docx', '2026-10-1-月度通报.pdf']
    expect(stdout.trim().split('\n')).toEqual(names.map((name) => join(folder, name)))
    expect((await readdir(folder)).sort()).toEqual(names)
    const entries = unzip(await readFile(join(folder, names[0] ?? '')))
    const words = entries
      .get('word/document.xml')
      ?.toString()
      .replace(/<[^>]+>/g, '')
    for (const { text } of brief.summary) expect(words).toContain(text.zh)
    const charts = brief.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'charts' ? block.charts : [])),
    )
    expect([...entries.keys()].filter((name) => /^word\/media\/./.test(name))).toHaveLength(charts.length)
    expect((await readFile(join(folder, names[1] ?? ''))).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test.each([
    ['a format there is none of', ['--format', 'odt'], 'odt'],
    ['a release there is none of', ['--release', '2020-01-1'], '2020-01-1'],
    ['a folder among the releases', ['--out', join('releases', 'current')], '--out'],
  ])('refuses %s', async (_, args, named) => {
    const at = args.map((arg) => (arg.startsWith('releases') ? join(inject('home'), arg) : arg))
    const { code, stderr } = await jiceng('brief', '--home', inject('home'), '--out', folder, ...at)
    expect(code).toBe(2)
    expect(stderr).toContain(named)
  })
})

test('the page of the month is one A4 sheet after the other, without the site around it', async () => {
  const browser = await launch()
  const server = await serving(inject('home'))
  try {
    for (const [width, colorScheme] of [
      [1440, 'light'],
      [390, 'dark'],
    ] as const) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
      await page.goto(`${server.address}brief/${brief.period}`)
      await page.waitForSelector('.brief svg.chart')
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
      await page.evaluate(AxeBuilder.source)
      const { violations } = await page.evaluate(() => (globalThis as never as { axe: typeof AxeBuilder }).axe.run())
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      await page.emulateMedia({ media: 'print', colorScheme: 'light' })
      expect(await page.isVisible('.masthead')).toBe(false)
      expect(await page.isVisible('.brief-head')).toBe(true)
      await page.close()
    }
  } finally {
    server.stop()
    await browser.close()
  }
})
