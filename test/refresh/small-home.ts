import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { coverage } from '../../pipelines/coverage/return.js'
import { modelFolder, topics } from '../../pipelines/index.js'
import { Region, RegionChange } from '../../src/domain/region.js'
import { Threshold } from '../../src/domain/threshold.js'
import { homeAt } from '../../src/refresh/home.js'
import type { RefreshOptions } from '../../src/refresh/refresh.js'
import { usualKeep } from '../../src/refresh/retention.js'
import { tinyChanges, tinyRegions } from '../warehouse/tiny.js'

/** The reference tables of the tiny city, with one line: coverage of firms below `warning` per cent, and below `critical` where that is said. */
export async function layOutTinyCity(root: string, warning = 50, critical: number | '' = ''): Promise<void> {
  const shared = { scope: 'all', valid_from: '2000-01', path: 'flat' }
  const line = { indicator_id: 'nonpublic_coverage_pct', ...shared, warning, critical }
  await writeTable(root, 'regions.csv', Object.keys(Region.shape), tinyRegions)
  await writeTable(root, 'region-changes.csv', Object.keys(RegionChange.shape), tinyChanges)
  await writeTable(root, 'thresholds.csv', Object.keys(Threshold.shape), [{ ...line, basis: '示例' }])
}

async function writeTable(root: string, name: string, columns: string[], rows: readonly object[]): Promise<void> {
  const lines = rows.map((row) => columns.map((column) => (row as Record<string, unknown>)[column] ?? '').join(','))
  await writeInto(join(root, 'reference', name), `${[columns.join(','), ...lines].join('\n')}\n`)
}

/** Puts a county's coverage of a month into the inbox: of each township's 10 firms, how many have an organisation of their own. */
export async function send(
  root: string,
  file: { unit: '甲区' | '丁区'; month: string; day: string; organised: Record<string, number> },
): Promise<void> {
  const { unit, month, day, organised } = file
  const header = ['报告期', '行政区划代码', '地区名称', ...coverage.columns.map(({ header: { zh } }) => zh)]
  const rows = Object.entries(organised).map(([code, count]) => {
    const figures: Record<string, number> = { nonpublic_total: 10, nonpublic_eligible: 10, nonpublic_org_single: count }
    const name = tinyRegions.find(({ region_code }) => region_code === code)?.region_name ?? ''
    return [month, code, name, ...coverage.columns.map((column) => figures[column.name] ?? 0)]
  })
  const path = join(root, 'inbox', `${unit}_非公企业和社会组织覆盖情况_${month}_${day}.csv`)
  await writeInto(path, [header, ...rows].map((cells) => `${cells.join(',')}\n`).join(''))
  const received = new Date(`${day}T02:00:00Z`)
  await utimes(path, received, received)
}

async function writeInto(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}

/** A refresh of such a home without its site. */
export function tinyRefresh(root: string, but: Partial<RefreshOptions> = {}): RefreshOptions {
  return {
    home: homeAt(root),
    topics,
    modelFolder,
    period: null,
    asOf: null,
    dryRun: false,
    site: false,
    keep: usualKeep,
    progress: () => {},
    ...but,
  }
}
