import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { filesBelow, hashFiles } from '../../src/refresh/files.js'
import { giveBack } from '../../src/refresh/give-back.js'
import { giveBackAll } from '../../src/refresh/give-back-all.js'
import { homeAt } from '../../src/refresh/home.js'
import { context, fileOf, judged, textFile } from '../intake/marked/copies.js'
import { stipendText } from '../intake/marked/returns.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiceng-returned-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const faulty = () => judged(textFile('东城区2026年10月.csv', stipendText))

test('copy and receipt are written once, and again nothing', async () => {
  const into = join(folder, 'not', 'there')
  expect(await giveBack(into, await faulty(), context)).toBe('东城区2026年10月-退回.xlsx')
  const first = await hashFiles(into)
  expect(Object.keys(first)).toEqual(['东城区2026年10月-回执.txt', '东城区2026年10月-退回.xlsx'])
  await giveBack(into, await faulty(), context)
  expect(await hashFiles(into)).toEqual(first)
  expect(await readFile(join(into, '东城区2026年10月-回执.txt'), 'utf8')).toContain(
    '退回文件：东城区2026年10月-退回.xlsx',
  )
})

test('another file of the same name gets a number', async () => {
  await giveBack(folder, await faulty(), context)
  const other = await judged(textFile('东城区2026年10月.csv', stipendText.replace('19000', '18000')))
  expect(await giveBack(folder, other, context)).toBe('东城区2026年10月-退回(2).xlsx')
  expect(await filesBelow(folder)).toHaveLength(4)
})

test("the sender's own file is never written over, not even a copy that is being corrected", async () => {
  await writeFile(join(folder, '东城区2026年10月-退回.xlsx'), 'own')
  expect(await giveBack(folder, await faulty(), context)).toBe('东城区2026年10月-退回(2).xlsx')
  expect(await readFile(join(folder, '东城区2026年10月-退回.xlsx'), 'utf8')).toBe('own')
})

test('a file that is accepted has a receipt and no copy', async () => {
  expect(await giveBack(folder, await judged(fileOf('coverage-clean')), context)).toBeNull()
  expect(await filesBelow(folder)).toEqual(['东城区2026年10月覆盖情况-回执.txt'])
})

test('a refresh gives back by period, in the folders of the inbox; of an unknown period by the month of receipt', async () => {
  const home = homeAt(folder)
  const [one, other] = [await faulty(), await judged(fileOf('encrypted-workbook'))]
  const received = []
  for (const [name, { file, receipt, result }] of Object.entries({ '东城区/十月.csv': one, 'b.xlsx': other })) {
    const path = join(folder, receipt.sha256)
    await writeFile(path, file.bytes)
    received.push({ receipt: { ...receipt, file_name: name }, path, result })
  }
  expect(await giveBackAll(home, received, received, context)).toBe(join(folder, 'returned'))
  // Received on 2 November in UTC.
  expect(await filesBelow(home.returned)).toEqual([
    ...['2026-10/东城区/十月-回执.txt', '2026-10/东城区/十月-退回.xlsx'],
    ...['2026-11/b-回执.txt', '2026-11/b-退回.xlsx'],
  ])
  expect(await giveBackAll(home, [], received, context)).toBeNull()
})
