import { expect, test } from 'vitest'
import { sentences } from '../../src/cli/refresh.js'
import type { RefreshReport } from '../../src/refresh/report.js'

const report: RefreshReport = {
  release: '2026-10-1',
  current: '2026-10-1',
  published: true,
  nothing_new: false,
  finished: null,
  removed: [],
  period: '2026-10',
  submissions: { received: 3, accepted: 3, with_warnings: 0, partly: 0, refused: 0, already_known: 0 },
  rows: { in: 10, loaded: 10, rejected: 0 },
  alerts: { open: 40, opened: 3, closed: 2, withdrawn: 0 },
  audits: { run: 29, failed: 0 },
  returned: [],
  returned_in: null,
  seconds: 1,
}

test('alerts that corrections undid are told beside those that closed, and only when there are any', () => {
  const quiet = sentences(report, false)
  expect(quiet.zh).toContain('预警 40 项，本月新增 3，解除 2；核查')
  expect(quiet.en).toContain('40 alerts open, 3 opened and 2 closed this month; all')
  const corrected = sentences({ ...report, alerts: { ...report.alerts, withdrawn: 1 } }, false)
  expect(corrected.zh).toContain('预警 40 项，本月新增 3，解除 2，撤销 1；核查')
  expect(corrected.en).toContain('3 opened and 2 closed this month, 1 withdrawn; all')
})

test('a release that was finished, those that were removed, and what readers see instead are told', () => {
  const rolledBack = { ...report, nothing_new: true, published: false, current: '2026-09-1' }
  expect(sentences(rolledBack, false).zh).toMatch(
    /仍是 2026-10-1 期；读者看到的是 2026-09-1 期（用 jiceng release use 切换）$/,
  )
  const more = { ...report, finished: '2026-09-2', removed: ['2024-09-1', '2024-09-2'] }
  expect(sentences(more, false).zh).toMatch(
    /；上次中断的 2026-09-2 期已发布完毕；超出保留期数，已移除 2024-09-1、2024-09-2$/,
  )
  expect(sentences(more, false).en).toMatch(
    /; 2026-09-2, which was cut short, is published; beyond what is kept, removed: 2024-09-1, 2024-09-2$/,
  )
  expect(sentences(report, false).zh).toMatch(/用时 1 秒$/)
})
