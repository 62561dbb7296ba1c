import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeSample } from '../../data/sample/write.js'

const home = await mkdtemp(join(tmpdir(), 'sample-'))
afterAll(() => rm(home, { recursive: true }))

test('writes the city with its times of receipt, and leaves a reference table alone that is there', async () => {
  await mkdir(join(home, 'reference'))
  await writeFile(join(home, 'reference', 'thresholds.csv'), 'edited')
  const written = await writeSample(home, { to: '2018-02' })

  expect(await readFile(join(home, 'reference', 'thresholds.csv'), 'utf8')).toBe('edited')
  expect(JSON.parse(await readFile(join(home, 'reference', 'sample.json'), 'utf8'))).toEqual({
    fictional: true,
    city: '990300',
    name: '河州市',
  })
  expect(await readdir(join(home, 'inbox'))).toEqual(expect.arrayContaining(['2018-02', 'history', '全国公开数据.csv']))
  expect((await stat(join(home, 'inbox', '全国公开数据.csv'))).mtime.toISOString()).toBe('2018-02-05T02:00:00.000Z')

  const paths = await readdir(home, { recursive: true, withFileTypes: true })
  expect(written.files).toBe(paths.filter((entry) => entry.isFile()).length - 1)
  expect(written.bytes).toBeGreaterThan(300_000)
})
