import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesBelow, hashFiles } from '../../src/refresh/files.js'
import { buildSite } from '../../src/refresh/site.js'
import { findLeaks } from '../../src/refresh/site-leaks.js'
import { overBudget, weighPages } from '../../src/refresh/site-weight.js'
import { writeFixtureData } from './fixture-data.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiceng-site-'))
  await writeFixtureData(join(folder, 'data'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('buildSite', () => {
  test('writes every page, in its language, without a network', { timeout: 180_000 }, async () => {
    const out = join(folder, 'site')
    const weights = await buildSite({
      pageData: join(folder, 'data'),
      out,
      work: join(folder, 'work'),
    })
    expect(weights).toHaveLength(2 * (14 + 14))
    expect(overBudget(weights)).toEqual([])
    const region = await readFile(join(out, 'regions', '990325.html'), 'utf8')
    expect(region).toContain('<html lang="zh-CN">')
    expect(region).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">')
    expect(region).toContain('<title>石岑县 | 基层统计 · 河州市</title>')
    expect(region).toContain('示例数据，并非真实统计')
    // Whatever is written into the page later, by a file name or a reason that a sender gave, does not run.
    expect(region).toMatch(/default-src 'none'; script-src 'self' 'sha256-[\w+/=]{44}'/)
    expect(region).not.toMatch(/script-src[^;]*unsafe/)
    const english = await readFile(join(out, 'en', 'regions', '990325.html'), 'utf8')
    expect(english).toContain('<html lang="en">')
    expect(english).toContain('Sample data of a fictional city, not real statistics')
    // What the page reads at once is asked for in its head; where its figures come from only when somebody wants to know.
    const preloaded = [...region.matchAll(/<link rel="preload" as="fetch" crossorigin href="([^"]+)"/g)]
    expect(preloaded.map(([, path = '']) => path.replace(/\.[0-9a-f]{8}\.json$/, ''))).toEqual([
      '../_file/data/site',
      '../_file/data/regions/990325',
    ])
    expect(await findLeaks(out)).toEqual([])
  })

  test('the page of a region is its own in code, name and data; its data is there once for both languages', async () => {
    const site = join(folder, 'site')
    const names = await filesBelow(site)
    for (const [page, name, root] of [
      ['regions/990325.html', '石岑县', '../'],
      ['regions/990305.html', '临沣区', '../'],
      ['en/regions/990325.html', '石岑县', '../../'],
    ] as const) {
      const code = page.slice(-11, -5)
      const text = await readFile(join(site, page), 'utf8')
      expect(text).toContain(`<h1 tabindex="-1">${name}</h1>`)
      const data = /"path":"([^"]*\/regions\/[^"]*)"/.exec(text)?.[1] ?? ''
      expect(data).toMatch(new RegExp(`^${root}_file/data/regions/${code}\\.[0-9a-f]{8}\\.json$`))
      const [read, given] = await Promise.all([
        readFile(join(site, page, '..', data), 'utf8'),
        readFile(join(folder, 'data', 'regions', `${code}.json`), 'utf8'),
      ])
      expect(read).toBe(given)
      expect(text).not.toMatch(/any-region|\uE000/)
    }
    expect(names.filter((name) => /990325\.\w{8}\.json$/.test(name))).toHaveLength(2)
    expect(names.filter((name) => name.includes('any-region'))).toEqual([])
  })

  test.each([
    ['index.html', './en/', '../'],
    ['coverage.html', './en/coverage', '../coverage'],
    ['regions/990325.html', '../en/regions/990325', '../../regions/990325'],
  ])('%s leads to itself in the other language', async (page, toEnglish, toChinese) => {
    const linkIn = async (file: string) =>
      /<a class="language"[^>]*>/.exec(await readFile(join(folder, 'site', file), 'utf8'))?.[0]
    expect(await linkIn(page)).toBe(`<a class="language" lang="en" hreflang="en" href="${toEnglish}">`)
    expect(await linkIn(`en/${page}`)).toBe(`<a class="language" lang="zh-CN" hreflang="zh-CN" href="${toChinese}">`)
  })

  test('comes out the same to the byte wherever it is built', { timeout: 180_000 }, async () => {
    const elsewhere = join(folder, 'a', 'deeper', 'folder')
    await mkdir(elsewhere, { recursive: true })
    const out = join(elsewhere, 'site')
    await buildSite({ pageData: join(folder, 'data'), out, work: join(elsewhere, 'work') })
    expect(await hashFiles(out)).toEqual(await hashFiles(join(folder, 'site')))
  })

  test('a failed build says what Framework said and leaves nothing behind', async () => {
    const out = join(folder, 'failed')
    const run = async () => ({ code: 1, output: 'SyntaxError: here' })
    const building = buildSite({
      pageData: join(folder, 'data'),
      out,
      work: join(folder, 'work'),
      effects: { run },
    })
    await expect(building).rejects.toThrow('SyntaxError: here')
    await expect(stat(out)).rejects.toThrow('ENOENT')
  })
})

describe('weighPages', () => {
  test('counts a page and what it asks for in its head, compressed, each file once', async () => {
    const site = join(folder, 'weights')
    await mkdir(join(site, 'regions'), { recursive: true })
    const noise = randomBytes(190_000)
    await writeFile(join(site, 'noise.js'), noise)
    const head =
      '<link rel="stylesheet" type="text/css" href="../style.css"><link rel="modulepreload" href="../noise.js">'
    await writeFile(join(site, 'regions', '990301.html'), `${head}<link rel="preload" as="style" href="../style.css">`)
    await writeFile(join(site, 'style.css'), 'p{}')
    await writeFile(join(site, 'index.html'), '<link rel="modulepreload" href="./noise.js">')
    const weights = await weighPages(site)
    expect(weights.map(({ page, requests }) => [page, requests])).toEqual([
      ['index.html', 2],
      ['regions/990301.html', 3],
    ])
    // Random bytes do not compress: what is over them is the page, the style and the frame of each compressed file.
    for (const { bytes } of weights) expect(bytes - noise.length).toBeLessThan(400)
    expect(overBudget(weights)).toEqual([expect.stringMatching(/^regions\/990301\.html: 190\d\d\d bytes of 180000$/)])
    expect(overBudget([{ page: 'en/index.html', bytes: 200_000, requests: 21 }])).toEqual([
      'en/index.html: 21 requests of 20',
    ])
  })
})

describe('findLeaks', () => {
  const leaksOf = async (name: string, text: string) => {
    const site = join(folder, `leaks-${Math.abs(Buffer.from(text).reduce((sum, byte) => (sum * 31 + byte) | 0, 7))}`)
    await mkdir(site)
    await writeFile(join(site, name), text)
    return findLeaks(site)
  }

  test.each([
    ['a.js', 'import "htl"', 'a.js imports htl'],
    ['a.js', 'export * from "https://cdn.example/x.js"', 'a.js imports https://cdn.example/x.js'],
    ['a.js', 'const f = () => import("lodash")', 'a.js imports lodash'],
    [
      'a.html',
      '<script type="module">import {x} from "@observablehq/plot"</script>',
      'a.html script 1 imports @observablehq/plot',
    ],
    ['a.html', '<script src="//cdn.example/x.js"></script>', 'a.html loads //cdn.example/x.js'],
    ['a.html', '<link rel=stylesheet href=https://fonts.example/f.css>', 'a.html loads https://fonts.example/f.css'],
    ['a.css', 'b{background:url("https://x.example/i.png")}', 'a.css loads https://x.example/i.png'],
  ])('%s with %s', async (name, text, leak) => {
    expect(await leaksOf(name, text)).toEqual([leak])
  })

  test.each([
    ['a.html', '<a href="https://example.org/">source</a><img src="data:image/png;base64,AA==">'],
    ['a.js', 'import "./b.js"; import("../c.js"); const address = "https://example.org/"'],
    ['a.css', '@import "./b.css"; b{background:url(data:image/gif;base64,AA==)}'],
  ])('nothing wrong with %s: %s', async (name, text) => {
    expect(await leaksOf(name, text)).toEqual([])
  })
})
