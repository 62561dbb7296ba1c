import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser, noBrowser, openPage } from '../../src/briefing/browser.js'
import { paperPage } from '../../src/briefing/paper.js'
import { briefPdf } from '../../src/briefing/pdf.js'
import { briefPictures } from '../../src/briefing/pictures.js'
import { writeBrief } from '../../src/briefing/write-brief.js'
import { facts } from './facts.js'

const brief = writeBrief(facts())
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiceng-paper-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A program in the place of the browser. */
async function program(name: string, script: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, `#!/bin/sh\n${script}\n`)
  await chmod(path, 0o755)
  return path
}

describe('the paper page', () => {
  test('is one file that loads nothing, and no text in it ends its script', async () => {
    const html = await paperPage({ ...brief, title: { zh: '</script><img src=x>', en: 'a' } }, 'zh')
    expect(html).toContain('<html lang="zh-CN">')
    expect(html).not.toMatch(/<(?:link|img|iframe)\b|<script[^>]* src=|@import|url\(\s*["']?https?:/)
    expect(html.match(/<\/script>/g)).toHaveLength(3)
    const [, content = ''] = /id="brief">(.+?)<\/script>/s.exec(html) ?? []
    expect(JSON.parse(content).brief.summary).toEqual(brief.summary)
  })
})

describe('the browser', () => {
  test('is the first that can be run on the path, or the one that is named', async () => {
    const path = await program('chromium', 'exit 0')
    expect(await findBrowser({ PATH: `/nowhere:${folder}` })).toBe(path)
    expect(await findBrowser({ PATH: '/nowhere', JICENG_CHROMIUM: path })).toBe(path)
    expect(await findBrowser({ PATH: folder, JICENG_CHROMIUM: '/nowhere/chrome' })).toBeNull()
  })

  test('that is missing is refused with what to install and what goes without', () => {
    const { text, exitCode } = noBrowser()
    expect(exitCode).toBe(2)
    expect(text.zh).toContain('apt install chromium fonts-noto-cjk')
    expect(text.zh).toContain('--format docx')
    expect(text.en).toContain('JICENG_CHROMIUM')
  })

  test('that fails is quoted, and leaves nothing behind', async () => {
    const failing = await program('failing', 'echo "no display" >&2; exit 3')
    let seen = ''
    const opening = openPage(
      failing,
      '<p>',
      (scratch) => {
        seen = scratch
        return []
      },
      async () => null,
    )
    await expect(opening).rejects.toThrow(/ended with 3:\nno display/)
    expect(await rm(seen).catch(({ code }) => code)).toBe('ENOENT')
  })

  test('prints where it is told to; the PDF is dated with the day of the release', async () => {
    const printer = await program(
      'printer',
      `for each in "$@"; do case "$each" in --print-to-pdf=*) printf '%s' '%PDF /CreationDate (D:20310203040506+00) /ModDate (D:20310203040506+00)' > "\${each#*=}";; esac; done`,
    )
    const pdf = await briefPdf(brief, 'zh', printer)
    expect(pdf.toString()).toBe('%PDF /CreationDate (D:20261110000000+00) /ModDate (D:20261110000000+00)')
  })

  test('gives the charts as pictures, by indicator', async () => {
    const found = JSON.stringify({ rate: { width: 360, height: 170, png: 'data:image/png;base64,iVBO' } })
    const drawer = await program('drawer', `echo '<script type="application/json" id="pictures">${found}</script>'`)
    expect(await briefPictures(brief, 'zh', drawer)).toEqual(
      new Map([['rate', { width: 360, height: 170, png: Buffer.from('iVBO', 'base64') }]]),
    )
    const blank = await program('blank', 'echo "<html></html>"')
    await expect(briefPictures(brief, 'zh', blank)).rejects.toThrow('the browser drew no charts')
  })
})
