import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readReceipts, receiveInbox } from '../../src/refresh/archive.js'
import { type Home, homeAt } from '../../src/refresh/home.js'

let home: Home
beforeEach(async () => {
  home = homeAt(await mkdtemp(join(tmpdir(), 'jiceng-archive-')))
  await mkdir(join(home.inbox, '2026-10'), { recursive: true })
})
afterEach(() => rm(home.root, { recursive: true, force: true }))

async function arrive(name: string, content: string, time: string): Promise<void> {
  await writeFile(join(home.inbox, name), content)
  await utimes(join(home.inbox, name), new Date(time), new Date(time))
}

test('every file is kept byte for byte, in the order of receipt, and the inbox stays as it is', async () => {
  await arrive('b.csv', 'second', '2026-11-03T00:00:00Z')
  await arrive('2026-10/a.XLSX', 'third', '2026-11-04T00:00:00Z')
  await arrive('c.csv', 'first', '2026-11-02T00:00:00Z')
  const { received, arrived, already_known } = await receiveInbox(home, { store: true })
  expect({ arrived, already_known }).toEqual({ arrived: 3, already_known: 0 })
  expect(received.map(({ receipt }) => receipt.file_name)).toEqual(['c.csv', 'b.csv', '2026-10/a.XLSX'])
  expect(await Promise.all(received.map(({ path }) => readFile(path, 'utf8')))).toEqual(['first', 'second', 'third'])
  expect(received[2]?.path).toMatch(/archive\/[0-9a-f]{64}\.xlsx$/)
  expect(received[0]?.receipt.received_at).toBe('2026-11-02T00:00:00.000Z')
  expect((await readdir(home.inbox, { recursive: true })).sort()).toEqual([
    '2026-10',
    '2026-10/a.XLSX',
    'b.csv',
    'c.csv',
  ])
})

test('the same bytes are one submission, whatever the name, the time and the run', async () => {
  await arrive('a.csv', 'same', '2026-11-02T00:00:00Z')
  await arrive('copy.csv', 'same', '2026-11-09T00:00:00Z')
  expect(await receiveInbox(home, { store: true })).toMatchObject({ arrived: 1, already_known: 1 })
  await arrive('a.csv', 'same', '2026-12-01T00:00:00Z')
  expect(await receiveInbox(home, { store: true })).toMatchObject({ arrived: 0, already_known: 2 })
  expect(await readReceipts(home)).toMatchObject([{ file_name: 'a.csv', received_at: '2026-11-02T00:00:00.000Z' }])
})

test('what comes with an older date than what is known already is the latest all the same', async () => {
  await arrive('a.csv', 'first', '2026-11-05T00:00:00Z')
  await receiveInbox(home, { store: true })
  await arrive('0.csv', 'late copy', '2026-11-02T00:00:00Z')
  await arrive('1.csv', 'later copy', '2026-11-03T00:00:00Z')
  const said = async () =>
    (await receiveInbox(home, { store: true })).received.map(({ receipt }) => [receipt.file_name, receipt.received_at])
  const expected = [
    ['a.csv', '2026-11-05T00:00:00.000Z'],
    ['0.csv', '2026-11-05T00:00:00.000Z'],
    ['1.csv', '2026-11-05T00:00:00.000Z'],
  ]
  expect(await said()).toEqual(expected)
  expect(await said()).toEqual(expected)
})

test('what the inbox no longer holds is still there', async () => {
  await arrive('a.csv', 'kept', '2026-11-02T00:00:00Z')
  await receiveInbox(home, { store: true })
  await rm(join(home.inbox, 'a.csv'))
  const { received } = await receiveInbox(home, { store: true })
  expect(received).toHaveLength(1)
  expect(await readFile(received[0]?.path ?? '', 'utf8')).toBe('kept')
})

test('office’s lock files and hidden files are no returns', async () => {
  await arrive('~$a.xlsx', 'x', '2026-11-02T00:00:00Z')
  await arrive('.DS_Store', 'x', '2026-11-02T00:00:00Z')
  expect(await receiveInbox(home, { store: true })).toMatchObject({ received: [], arrived: 0 })
})

test('without storing, nothing is written', async () => {
  await arrive('a.csv', 'x', '2026-11-02T00:00:00Z')
  const { received } = await receiveInbox(home, { store: false })
  expect(received[0]?.path).toBe(join(home.inbox, 'a.csv'))
  expect(await readdir(home.root)).toEqual(['inbox'])
})

test('a file that lies there unchanged is not read again; one with other bytes under the old name, size and date is', async () => {
  await arrive('a.csv', 'first', '2026-11-02T00:00:00Z')
  // What changed only just now is never taken on trust.
  await new Promise((resolve) => setTimeout(resolve, 2_100))
  await receiveInbox(home, { store: true })
  const looks = () => readFile(join(home.work, 'inbox.json'), 'utf8')
  expect(JSON.parse(await looks())).toMatchObject([{ name: 'a.csv', bytes: 5 }])
  expect(await receiveInbox(home, { store: true })).toMatchObject({ arrived: 0, already_known: 1 })
  await arrive('a.csv', 'other', '2026-11-02T00:00:00Z')
  expect(await receiveInbox(home, { store: true })).toMatchObject({ arrived: 1, already_known: 0 })
  await writeFile(join(home.work, 'inbox.json'), 'damaged')
  expect(await receiveInbox(home, { store: true })).toMatchObject({ arrived: 0, already_known: 1 })
})

test('a telephone number in the name of a file is not kept', async () => {
  await arrive('东城区13800001234.csv', 'one', '2026-11-02T00:00:00Z')
  const { received } = await receiveInbox(home, { store: true })
  expect(received.map(({ receipt }) => receipt.file_name)).toEqual(['东城区***.csv'])
  expect(await readFile(join(home.archive, 'submissions.jsonl'), 'utf8')).not.toContain('1380000')
})
