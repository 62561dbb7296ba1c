// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { qualityPage } from '../../dashboards/components/quality-page.js'
import type { QualityData } from '../../src/domain/quality-data.js'
import { fixtureData } from './fixture-data.js'
import { type Amount, qualityFixture } from './quality-fixture.js'

const { site } = fixtureData()
const words = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
const draw = (data: QualityData, lang: 'zh' | 'en' = 'zh') => qualityPage(data, site, { lang, width: 0 })
const page = (amount: Amount) => draw(qualityFixture(amount, site.counties))
const part = (element: HTMLElement, id: string) => element.querySelector(`[data-chart="quality-${id}"]`)

/** Opens what is folded, as a click does; jsdom tells nobody by itself. */
function unfold(element: Element | null | undefined): void {
  for (const details of element?.querySelectorAll('details') ?? []) details.dispatchEvent(new Event('toggle'))
}

describe('the month in one sentence', () => {
  test('counts what came, what came late, what is to be corrected and what was explained', () => {
    // Of the fixture's 28: the tenth is missing, those of the 6th and 7th are late: 5, 6, 12, 13, 19, 20, 26 and 27.
    // The first three have 1, 2 and 3 places: two kinds to correct, one to explain.
    const text = words(page('few').querySelector('.finding'))
    expect(text).toContain(
      '2026年10月应收 28 份报表，收到 27 份，其中 8 份迟报；2 份有数据退回，3 处须改正，3 处待说明，2 处已说明。',
    )
    expect(text).toContain('未报：非公企业和社会组织党的组织和工作覆盖情况表：石岑县。')
    expect(text).toContain('另有 1 份退回的文件没有认出单位、报表或报告期。')
    // 27 files of 12 rows; one refused whole, one row refused of another.
    expect(text).toContain('各表最近一份文件共 324 行 = 入库 311 行 + 退回 13 行。')
  })

  test('says so when all came in good order', () => {
    const element = page('none')
    expect(words(element.querySelector('.finding'))).toBe(
      '2026年10月应收的 28 份报表全部收到，全部按时；没有数据退回。各表最近一份文件共 336 行 = 入库 336 行 + 退回 0 行。',
    )
    for (const id of ['open', 'rules', 'explanations', 'conversions', 'corrections', 'revisions', 'declared'])
      expect(part(element, id)?.querySelector('.empty'), id).not.toBeNull()
  })

  test('does not call a return missing before it is due', () => {
    const data = qualityFixture('few', site.counties)
    const waiting = data.cells.map((cell) => ({
      ...cell,
      state: 'not_due' as const,
      received_on: null,
      is_late: false,
      submission_id: null,
    }))
    const text = words(draw({ ...data, cells: waiting, files: [] }).querySelector('.finding'))
    expect(text).toContain('2026年10月应收 28 份报表，收到 0 份，28 份未到期；没有数据退回。')
  })

  test('stands a month in which nothing is due and nothing came', () => {
    const none = qualityFixture('none', [])
    const nothing = { ...none, returns: [] }
    expect(words(draw(nothing).querySelector('.finding'))).toContain('2026年10月没有应收的报表。')
  })
})

test('the grid says each state in shape and word, and leads to what is to be done', () => {
  const element = page('few')
  const rows = [...(part(element, 'grid')?.querySelectorAll('tbody tr') ?? [])]
  expect(rows.slice(0, 3).map(words)).toEqual([
    '东漪区部分退回 1 处 11月1日接收 11月1日',
    '河澜区退回 2 处 11月2日接收 11月2日',
    '西塬区待说明 3 处 11月3日，已更正接收 11月3日',
  ])
  expect(words(rows[9])).toContain('石岑县未报')
  expect(words(rows[5])).toContain('接收 迟报 11月6日')
  for (const mark of part(element, 'grid')?.querySelectorAll('.mark') ?? [])
    expect(mark.querySelector('svg')).not.toBeNull()
  const links = [...(part(element, 'grid')?.querySelectorAll('td a') ?? [])]
  expect(links).toHaveLength(3)
  for (const link of links)
    expect(element.querySelector(link.getAttribute('href') ?? ''), link.outerHTML).not.toBeNull()
})

describe('what is to be corrected or explained', () => {
  test('comes worst first, each with its rows and the reason', () => {
    const files = [...(part(page('few'), 'open')?.querySelectorAll('.open-file') ?? [])]
    expect(files.map((file) => words(file.querySelector('h3')))).toEqual([
      '河澜区 非公企业和社会组织党的组织和工作覆盖情况表 退回',
      '单位不明 报表不明 退回',
      '东漪区 非公企业和社会组织党的组织和工作覆盖情况表 部分退回',
      '西塬区 非公企业和社会组织党的组织和工作覆盖情况表 待说明',
    ])
    expect(words(files[2])).toContain('12 行 = 入库 11 + 退回 1')
    expect(words(files[2])).toContain('须改正 1 处 “待核”不是整数：企业总数须填阿拉伯数字（D7）')
  })

  test('is cut when it is much, and says how much is left; the rest is there on demand', () => {
    const element = page('many')
    const open = part(element, 'open')
    // 21 files with findings, for the tenth is missing, and the one that nobody can place.
    expect(words(open?.querySelector('h2'))).toBe('要改正或说明的报表 22 份')
    expect(open?.querySelectorAll('.open-file')).toHaveLength(12)
    expect(words(open)).toContain('其余 10 项')
    expect(open?.querySelector('.open-file')?.querySelectorAll('.reasons > li')).toHaveLength(3)
    unfold(open)
    expect(open?.querySelectorAll('.open-file')).toHaveLength(22)
    expect(open?.querySelector('.open-file')?.querySelectorAll('.reasons > li')).toHaveLength(7)
    // 河澜区 has 18 places of its third kind: the first is told, 11 more are listed, 6 are not.
    const third = open?.querySelectorAll('.open-file .reasons > li')[2]
    expect(third?.querySelectorAll('.places li')).toHaveLength(11)
    expect(words(third)).toContain('还有 6 处未列出，见退回的文件')
  })

  test('says which file still counts when a correction was refused', () => {
    const data = qualityFixture('few', site.counties)
    const files = data.files.map((file) =>
      file.submission_id === 'f2'
        ? { ...file, verdict: 'refused' as const, rows: { in: 12, loaded: 0, rejected: 12 } }
        : file,
    )
    const element = draw({ ...data, files })
    expect(words(element.querySelector('#file-f2'))).toContain('入库的仍是11月1日收到的一份')
    expect(words(part(element, 'corrections'))).toContain('11月3日的更正被退回，入库的仍是11月1日的文件')
  })
})

test('a reason given stands beside what was asked, with whose it is and where', () => {
  const text = words(part(page('few'), 'explanations')?.querySelector('li'))
  expect(text).toContain('西塬区非公企业和社会组织党的组织和工作覆盖情况表，11月3日，E8')
  expect(text).toContain('开发区调整，58 户企业划归新设园区')
  expect(text).toContain('企业总数 61，上期 120，变动 49%，超过 30%：如属实请写明原因')
  expect(words(part(page('many'), 'explanations'))).toContain('其余 28 项')
})

test('rules, conversions, corrections and kinds of nothing are told', () => {
  const element = page('few')
  expect([...(part(element, 'rules')?.querySelectorAll('li') ?? [])].map(words)).toContain(
    '2 处 1 份文件，已说明 2 处期初不等于上期期末',
  )
  expect(words(part(element, 'conversions'))).toContain('当月应发总额：万元 换算为 元（×10,000）')
  expect(words(part(element, 'corrections'))).toContain('11月3日的文件取代11月1日的文件')
  expect(words(part(element, 'nothing')?.querySelector('tbody tr'))).toBe(
    '非公企业和社会组织党的组织和工作覆盖情况表1802,210160964212',
  )
})

test('the list of files is built on demand, and names every file', () => {
  const files = part(page('few'), 'files')
  expect(files?.querySelector('table')).toBeNull()
  unfold(files)
  // 27 that came, the one before the correction, and the one that nobody can place.
  expect(files?.querySelectorAll('tbody tr')).toHaveLength(29)
  expect(words(files)).toContain('已被取代')
})
