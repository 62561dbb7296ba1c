import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CommandSpec } from '../../src/cli/command.js'
import { release } from '../../src/cli/release.js'
import { homeAt } from '../../src/refresh/home.js'
import { refresh } from '../../src/refresh/refresh.js'
import { layOutTinyCity, send, tinyRefresh } from '../refresh/small-home.js'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'jiceng-release-cli-'))
  await layOutTinyCity(root)
  await send(root, { unit: '甲区', month: '2026-02', day: '2026-03-04', organised: { '990101001': 8, '990101002': 4 } })
  await refresh(tinyRefresh(root))
  await send(root, { unit: '丁区', month: '2026-02', day: '2026-03-20', organised: { '990104001': 3, '990104002': 5 } })
  await refresh(tinyRefresh(root))
}, 60_000)
afterAll(() => rm(root, { recursive: true, force: true }))

/** Runs a command as the terminal would: its exit code and what it printed. */
async function run(line: string, lang: 'zh' | 'en' = 'zh'): Promise<{ code: number; printed: string }> {
  const [name, ...words] = line.split(' ')
  const spec = release.commands.find((candidate) => candidate.name === name) as CommandSpec
  const flags = words.filter((word) => word.startsWith('--')).map((word) => [word.slice(2), true])
  const printed: string[] = []
  const nothing = () => {}
  const terminal = {
    lang,
    print: (text: string) => void printed.push(text),
    note: nothing,
    progress: nothing,
    settle: nothing,
  }
  const options = Object.fromEntries(flags)
  const context = { home: homeAt(root), json: options.json === true, terminal }
  const code = await spec.run(
    context,
    options,
    words.filter((word) => !word.startsWith('--')),
  )
  return { code, printed: printed.join('\n') }
}

test('list has the newest first, with what readers see and what was published last', async () => {
  const { printed } = await run('list')
  expect(printed.split('\n').map((line) => line.trim().split(/ {2,}/))).toEqual([
    ['期', '报告期', '计入截至', '报送文件', '网站'],
    expect.anything(),
    ['2026-02-2', '2026-02', '2026-03-20', '2', '无', '读者正在看，最近发布'],
    ['2026-02-1', '2026-02', '2026-03-04', '1', '无'],
  ])
  expect(JSON.parse((await run('list --json')).printed)[1]).toEqual({
    release: '2026-02-1',
    period: '2026-02',
    as_of: '2026-03-04',
    files: 1,
    site: false,
    current: false,
    latest: false,
    look_back: false,
  })
})

test('show says what a release was made of, is compared with, and holds', async () => {
  const { printed } = await run('show')
  expect(printed).toContain('2026-02-2 期：2026-02，计入截至 2026-03-20 收到的报表，读者正在看，最近发布')
  expect(printed).toContain('报送文件 2 份；参考表 region-changes.csv ')
  expect(printed).toContain('比较对象：2026-02-1')
  const said = JSON.parse((await run('show 2026-02-1 --json')).printed)
  expect(said).toMatchObject({ release: '2026-02-1', current: false, parts: { site: { files: 0, bytes: 0 } } })
  expect(said.parts.warehouse.bytes).toBeGreaterThan(1000)
})

describe('diff', () => {
  test('says what changed in either language, and to machines as a list', async () => {
    const zh = (await run('diff 2026-02-1')).printed
    expect(zh).toMatch(/^与 2026-02-1 期（2026年2月）相比，/)
    expect(zh).toContain('新增预警')
    expect(zh).toContain('  小城市 非公企业党的组织覆盖率，2026年2月：60.0% → 50.0%（-10.0个百分点，变差）')
    const en = (await run('diff 2026-02-1 latest', 'en')).printed
    expect(en).toMatch(/^Since release 2026-02-1 \(Feb 2026\) /)
    expect(en).toContain('60.0% → 50.0% (-10.0 points, worse)')
    const said = JSON.parse((await run('diff 2026-02-1 2026-02-2 --json')).printed)
    expect(said).toMatchObject({ from: { release: '2026-02-1' }, files: { accepted: 1 } })
  })

  test('cuts long lists and says by how much, unless all is asked for', async () => {
    const [short, long] = [(await run('diff 2026-02-1')).printed, (await run('diff 2026-02-1 --all')).printed]
    expect(short).toMatch(/\n {2}还有 \d+ 项/)
    expect(long).not.toContain('还有')
    expect(long.split('\n').length).toBeGreaterThan(short.split('\n').length)
  })

  test('of a release with itself: nothing has changed', async () => {
    expect((await run('diff 2026-02-1 2026-02-1')).printed.split('\n')[0]).toBe(
      '与 2026-02-1 期（2026年2月）相比，没有变化。',
    )
  })
})

test('use rolls back and forward, and says how to go back', async () => {
  expect((await run('use 2026-02-1')).printed).toBe(
    '读者现在看到 2026-02-1 期（原为 2026-02-2）；最近发布的是 2026-02-2，切回：jiceng release use latest',
  )
  expect(JSON.parse((await run('use latest --json')).printed)).toEqual({
    before: '2026-02-1',
    current: '2026-02-2',
    latest: '2026-02-2',
  })
})

test('verify ends with 0 only when what was asked for is proven', async () => {
  expect(await run('verify --files')).toMatchObject({ code: 0, printed: expect.stringContaining('都与发布时相同') })
  const proven = await run('verify 2026-02-1')
  expect(proven).toEqual({ code: 0, printed: expect.stringContaining('由归档重新生成的结果也完全相同') })
  await appendFile(join(root, 'releases', '2026-02-1', 'extracts', 'state.json'), ' ')
  expect(await run('verify 2026-02-1')).toEqual({
    code: 4,
    printed: '2026-02-1 期的文件与发布时不同：\n  被改动：extracts/state.json',
  })
  expect(JSON.parse((await run('verify 2026-02-1 --json', 'en')).printed)).toMatchObject({ verdict: 'damaged' })
}, 60_000)

test.each(['show', 'use', 'verify', 'diff'])('%s of a release that is not there names those that are', async (name) => {
  await expect(run(`${name} 2026-09-9`)).rejects.toMatchObject({
    exitCode: 2,
    text: { zh: '没有这一期：2026-09-9；已有：2026-02-1, 2026-02-2' },
  })
})
