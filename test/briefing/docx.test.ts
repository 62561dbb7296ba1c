import { deflateSync } from 'node:zlib'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { briefDocx } from '../../src/briefing/docx/document.js'
import { fixDates } from '../../src/briefing/docx/fixed-dates.js'
import { writeBrief } from '../../src/briefing/write-brief.js'
import type { Brief, BriefBlock } from '../../src/domain/brief.js'
import type { Lang } from '../../src/domain/text.js'
import { unzip, zip } from '../fuzz/zip.js'
import { facts, figure } from './facts.js'

const brief = writeBrief(facts())
const none = new Map()

/** The paragraphs of a .docx as text, in their order. */
function paragraphsOf(bytes: Buffer): string[] {
  const xml = unzip(bytes).get('word/document.xml')?.toString('utf8') ?? ''
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inside = '']) =>
    [...inside.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)]
      .map(([whole, text]) => (whole === '<w:tab/>' ? '\t' : (text ?? '')))
      .join('')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&'),
  )
}

/** The same of the content: what the file is to say, and nothing else. */
function saidBy({ notice, head, title, summary, sections, imprint }: Brief, lang: Lang): string[] {
  const marks = { critical: '▲', warning: '△' }
  const block = (each: BriefBlock): string[] => {
    if (each.kind === 'words') return [each.text[lang]]
    if (each.kind === 'charts') return []
    return [
      each.caption[lang],
      ...each.columns.map((column) => column.head[lang]),
      ...each.rows.flatMap(({ cells }) => cells.map(({ text, status }) => (status ? marks[status] : '') + text[lang])),
      ...(each.note ? [each.note[lang]] : []),
    ]
  }
  return [
    ...(notice ? [notice[lang]] : []),
    head.name[lang],
    head.issue[lang],
    `${head.office[lang]}\t${head.day[lang]}`,
    title[lang],
    ...summary.map(({ lead, text }) => (lead ? `${lead[lang]} ` : '') + text[lang]),
    ...sections.flatMap((section) => [section.title[lang], ...section.blocks.flatMap(block)]),
    ...imprint.map((line) => line[lang]),
  ]
}

describe('the Word file', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  test.each(['zh', 'en'] as const)('opened again, it says the content from beginning to end, in %s', async (lang) => {
    expect(paragraphsOf(await briefDocx(brief, lang, none))).toEqual(saidBy(brief, lang))
  })

  test('keeps what would be markup as words', async () => {
    const odd = { ...brief, title: { zh: '<甲> & "乙"', en: '<a> & "b"' } }
    const bytes = await briefDocx(odd, 'zh', none)
    expect(paragraphsOf(bytes)).toContain('<甲> & "乙"')
    expect(unzip(bytes).get('docProps/core.xml')?.toString()).toContain('<dc:title>&#60;甲&#62; &#38; "乙"</dc:title>')
  })

  test('comes out the same to the byte whenever it is made, dated with the day of the release', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-20T08:00:00Z') })
    const first = await briefDocx(brief, 'zh', none)
    vi.setSystemTime(new Date('2031-02-03T04:05:06Z'))
    const later = await briefDocx(writeBrief(facts()), 'zh', none)
    expect(later.equals(first)).toBe(true)
    const parts = [...unzip(first)].map(([name, data]) => `${name} ${data.toString('latin1')}`).join('\n')
    expect(parts).toContain('2026-11-10T00:00:00Z')
    expect(parts).not.toMatch(/2026-11-20|2031/)
  })

  test('is A4, with a page number, the heads of tables repeated and no row cut in two', async () => {
    const entries = unzip(await briefDocx(brief, 'zh', none))
    const xml = entries.get('word/document.xml')?.toString() ?? ''
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    expect([...entries].some(([name, data]) => /footer/.test(name) && data.includes('PAGE'))).toBe(true)
    const tables = xml.match(/<w:tbl>/g)?.length
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(tables ?? 0)
    expect(xml.match(/<w:cantSplit\/>/g)?.length).toBe(xml.match(/<w:tr>/g)?.length)
    // Names of fonts that official papers are set in; an office program without them takes others.
    expect(xml + entries.get('word/styles.xml')).toMatch(
      /w:eastAsia="仿宋".*w:eastAsia="黑体"|w:eastAsia="黑体".*w:eastAsia="仿宋"/s,
    )
  })

  test('has a picture for every chart that there is one of, described in words', async () => {
    const pictures = new Map([['rate', { width: 360, height: 170, png: onePixel }]])
    const entries = unzip(await briefDocx(brief, 'zh', pictures))
    expect([...entries.keys()].filter((name) => /^word\/media\/./.test(name))).toHaveLength(1)
    expect(entries.get('word/document.xml')?.toString()).toContain('覆盖率：2026年8月79.0%，2026年10月80.0%，预警线75%')
  })

  test('a missing figure is 未报 in it, never a zero', async () => {
    const said = paragraphsOf(await briefDocx(writeBrief(facts({ figures: [figure({ value: null })] })), 'zh', none))
    expect(said).toContain('未报')
    expect(said.join()).not.toMatch(/(^|\D)0\.0%/)
  })
})

test('every entry of a zip file is given the day, and the file can still be read', () => {
  const before = zip(
    new Map([
      ['a.txt', Buffer.from('甲')],
      ['b/c.txt', Buffer.from('乙')],
    ]),
  )
  const after = fixDates(Buffer.from(before), '2026-11-10')
  expect(unzip(after)).toEqual(unzip(before))
  // 2026 is 46 years after 1980: 46·512 + 11·32 + 10 = 23914, at midnight.
  const stamp = Buffer.from([0, 0, 23_914 & 0xff, 23_914 >> 8])
  expect(after.subarray(10, 14)).toEqual(stamp)
  expect(() => fixDates(Buffer.from('no zip'), '2026-11-10')).toThrow('not a zip file')
})

/** A white PNG of one pixel, put together by hand. */
const onePixel = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  deflateSync(Buffer.from([0, 255])),
])
