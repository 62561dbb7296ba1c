import { expect, test } from 'vitest'
import { finding } from '../../../src/intake/finding.js'
import { makeMarkedCopy } from '../../../src/intake/marked/marked-copy.js'
import * as hostile from '../hostile-files.js'
import { context, judged, read, textFile } from './copies.js'
import { stipendText } from './returns.js'

test('a sheet of a million formatted rows comes back marked or as the index alone, and this process is none the worse', {
  timeout: 120_000,
}, async () => {
  const one = await judged({ name: '东城区2026年10月.xlsx', bytes: hostile.formattedRows(4) })
  const findings = [finding('warn', 'jump', { sheet: 'Sheet1', row: 3, at: 2, original: '10' })]
  const asked = { ...one, result: { ...one.result, verdict: 'accepted_with_warnings' as const, findings } }
  const before = process.memoryUsage().rss
  const bytes = await makeMarkedCopy(asked, context)
  expect((await read(bytes as Uint8Array)).sheets[0]?.name).toBe('退回说明')
  expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(500)
})

test('when marking takes too long or too much, there is the index alone', { timeout: 60_000 }, async () => {
  const small = await judged(textFile('东城区2026年10月.csv', stipendText))
  const one = { ...small, file: textFile(small.file.name, `${stipendText}${'一,二,三\n'.repeat(400_000)}`) }
  expect(one.result.verdict).not.toBe('accepted')
  for (const limits of [
    { heapMegabytes: 700, seconds: 0.05 },
    { heapMegabytes: 20, seconds: 60 },
  ]) {
    const { sheets } = await read((await makeMarkedCopy(one, context, limits)) as Uint8Array)
    expect(sheets.map(({ name }) => name)).toEqual(['退回说明', '_jiceng'])
  }
})
