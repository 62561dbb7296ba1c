import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { topics } from '../../pipelines/index.js'
import { sampleSite } from './sample-site.js'

// What a leader asks, in `docs/ten-questions.md`: each begins at the overview and is answered after two steps and ten seconds at most.
// A step is a click, a choice from a list, or a few letters in the search box with Enter. Answers are those of the warehouse.
const site = sampleSite()

type Step = (page: Page) => Promise<unknown>
const click =
  (selector: string): Step =>
  (page) =>
    page.locator(selector).first().click()
const pick =
  (selector: string, value: string): Step =>
  (page) =>
    page.selectOption(selector, value)
const search =
  (letters: string): Step =>
  async (page) => {
    await page.keyboard.press('/')
    await page.keyboard.type(letters)
    await page.waitForSelector('[role="option"]')
    await page.keyboard.press('Enter')
  }
const topic = (name: string) => click(`.site-links a[href$="${name}"]`)

/** Goes the steps from the overview and waits until what is wanted is there; gives the words of each. */
async function askAll(steps: readonly Step[], wanted: string): Promise<string[]> {
  expect(steps.length).toBeLessThanOrEqual(2)
  const page = await site.browser.newPage({ viewport: { width: 1440, height: 900 } })
  const started = performance.now()
  await page.goto(site.address)
  await page.waitForSelector('[data-chart="completeness"]')
  for (const step of steps) await step(page)
  await page.locator(wanted).first().waitFor()
  const words = (await page.locator(wanted).allTextContents()).map((text) => text.replace(/\s+/g, ' '))
  expect(performance.now() - started).toBeLessThan(10_000)
  await page.close()
  return words
}

async function ask(steps: readonly Step[], wanted: string): Promise<string> {
  return (await askAll(steps, wanted)).join(' ')
}

/** Everything that a query gives, one word a row. */
async function said(sql: string): Promise<string[]> {
  return (await site.warehouse.query<{ word: string | number }>(sql)).map(({ word }) => String(word))
}
const headlines = topics.flatMap(({ indicators }) => indicators.filter(({ headline }) => headline).map(({ id }) => id))
const current = 'inner join marts.regions on regions.region_code = alerts.region_code and regions.is_current'
const counties = "regions.region_level = 'county'"

test('1. which counties have something critical, and how many?', async () => {
  const names = await said(
    `select distinct regions.short_name as word from marts.statuses
     inner join marts.regions on regions.region_code = statuses.region_code and regions.is_current
     where ${counties} and status = 'critical' and indicator_id in (${headlines.map((id) => `'${id}'`).join(', ')})
       and period = (select max(period) from marts.statuses as whole where whole.region_level = 'prefecture'
         and whole.indicator_id = statuses.indicator_id and whole.units_reported > 0)`,
  )
  const words = await ask([], '[data-chart="map"]')
  expect(names.length).toBeGreaterThan(2)
  for (const name of names) expect(words).toMatch(new RegExp(`${name}[区县]? *严重`))
  expect(words).toContain(`14 个县区中 ${names.length} 个有严重指标`)
})

test('2. which counties are critical and have been for over a year?', async () => {
  const names = await said(
    `select regions.region_name as word from marts.alerts ${current}
     where ${counties} and state = 'open' and latest_status = 'critical' and is_chronic`,
  )
  const rows = await askAll(
    [topic('alerts'), pick('select[name="age"]', 'chronic')],
    '[data-chart="alerts-critical"] tbody tr',
  )
  expect(names.length).toBeGreaterThan(0)
  expect(rows).toHaveLength(names.length)
  for (const name of names) expect(rows.some((row) => row.includes(name))).toBe(true)
})

test('3. what became worse this month, and what was mended?', async () => {
  const counted = (column: string) =>
    said(
      `select count(*) as word from marts.alerts ${current}
       where regions.region_level in ('county', 'prefecture') and withdrawn_on is null and ${column} = '2026-10'`,
    )
  const [[opened], [closed]] = [await counted('opened_period'), await counted('closed_period')]
  const words = await ask([], '[data-chart="opened"], [data-chart="closed"]')
  expect(words).toContain(`本期新增预警 ${opened} 条`)
  expect(words).toContain(`本期解除预警 ${closed} 条`)
})

test('4. how many firms short is each county of the line of coverage, and when will it get there?', async () => {
  const rows = await site.warehouse.query<{ region_name: string; gap: number }>(
    `select regions.region_name, statuses.gap from marts.statuses
     inner join marts.regions on regions.region_code = statuses.region_code and regions.is_current
     where indicator_id = 'nonpublic_coverage_pct' and period = '2026-10' and ${counties} and status in ('warning', 'critical')`,
  )
  const words = await ask([topic('coverage')], '#nonpublic_coverage_pct [data-chart="gaps"]')
  expect(rows.length).toBeGreaterThan(0)
  for (const { region_name, gap } of rows) expect(words).toMatch(new RegExp(`${region_name}.*还差 ${gap} 家`))
  expect(words).toMatch(/20\d\d年\d+月/)
})

test('5. I visit Liuxu tomorrow: how is it there?', async () => {
  const [count] = await said(
    `select count(*) as word from marts.alerts ${current} where regions.region_name = '柳圩县' and state = 'open'`,
  )
  const words = await ask([search('lxx')], 'main:has(h1:text("柳圩县")) #open-alerts')
  expect(words).toContain(`${count}`)
})

test('6. which of its townships hold it back?', async () => {
  const names = await said(
    `select distinct regions.region_name as word from marts.alerts ${current}
     where regions.parent_code = '990325' and state = 'open' and latest_status = 'critical' and silent_periods = 0`,
  )
  const words = await ask([click('[data-chart="map"] a[href*="990325"]')], '[data-chart="townships"]')
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) expect(words).toMatch(new RegExp(`${name}[^乡镇]*严重`))
})

test('7. where does this figure come from?', async () => {
  const words = await ask(
    [click('[data-chart="map"] a[href*="990325"]'), click('button:has-text("这个数从哪里来")')],
    '.origin:not([hidden])',
  )
  const [parts] = await site.warehouse.query<{ numerator: number; denominator: number }>(
    `select cast(numerator as double) as numerator, cast(denominator as double) as denominator from marts.statuses
     where region_code = '990325' and indicator_id = 'nonpublic_coverage_pct' and period = '2026-10'`,
  )
  expect(words.replaceAll(',', '')).toContain(String(parts?.numerator))
  expect(words.replaceAll(',', '')).toContain(String(parts?.denominator))
})

test('8. who has not reported?', async () => {
  const names = await said(
    `select regions.short_name as word from marts.completeness
     inner join marts.regions on regions.region_code = completeness.reporting_unit and regions.is_current
     where period = '2026-10' and state = 'missing'`,
  )
  const words = await ask([], '[data-chart="completeness"]')
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) expect(words).toContain(name)
})

test('9. how many villages still live on 50,000 yuan or less?', async () => {
  const [villages] = await site.warehouse.query<{ low: number; total: number }>(
    `select sum(villages) filter (where band in ('none', 'up_to_50k')) as low, sum(villages) as total
     from marts.income_bands where region_level = 'prefecture' and period = '2025'`,
  )
  const words = await ask([topic('income')], '[data-chart="bands"] figcaption')
  const [, total, low] = /([\d,]+) 个村中 ([\d,]+) 个/.exec(words) ?? []
  expect([low, total].map((number) => Number(number?.replace(',', '')))).toEqual([villages?.low, villages?.total])
})

test('10. for which problems has nobody been given a task, and which tasks are overdue?', async () => {
  const words = await ask([topic('tasks')], '[data-chart="finding"]')
  const [tasks] = await site.warehouse.query<{ overdue: number; lacking: number }>(
    `select count(*) filter (where list_kind = 'task' and state = 'overdue') as overdue,
       count(*) filter (where list_kind = 'problem' and lacks_task) as lacking
     from marts.tasks_lines`,
  )
  expect(tasks?.lacking).toBeGreaterThan(0)
  expect(words).toContain(`逾期 ${tasks?.overdue}，`)
  expect(words).toContain(`没有任务的问题 ${tasks?.lacking} 个`)
})
