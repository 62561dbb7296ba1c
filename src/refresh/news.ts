import { join } from 'node:path'
import { dueNear } from '../domain/due.js'
import type { AlertNews, ReleaseNamed, ReturnNews } from '../domain/news.js'
import type { ReleaseState } from '../domain/release-state.js'
import type { Topic } from '../domain/topic.js'
import { alertNews } from '../extracts/alert-news.js'
import { returnsNotIn } from '../extracts/returns-not-in.js'
import { Warehouse } from '../warehouse/warehouse.js'
import type { Home } from './home.js'
import { sampleMark } from './reference-archive.js'
import { latestRelease, listReleases, readManifest } from './release.js'
import { previousFile, readState } from './state-file.js'

/**
 * The releases that are not told of yet, in the order in which they were published: back from the latest one over what each is
 * compared with. The first time (`told` null) it is the latest alone.
 */
export async function untoldReleases(home: Home, told: readonly string[] | null): Promise<string[]> {
  const there = await listReleases(home)
  const found: string[] = []
  let name = await latestRelease(home)
  while (name !== null && there.includes(name) && !told?.includes(name) && !found.includes(name)) {
    found.unshift(name)
    if (told === null) break
    name = (await readManifest(join(home.releases, name))).inputs.previous?.release ?? null
  }
  return found
}

/** What a release says of alerts that the one before it did not. Null when there was none before it. */
export async function newsOfAlerts(home: Home, release: string, topics: readonly Topic[]): Promise<AlertNews | null> {
  const folder = join(home.releases, release)
  const [after, before] = [await readState(folder), await readState(folder, previousFile)]
  if (after === null || before === null) return null
  const news = await alertNews(before.state, after.state, topics, () => warehouseOf(folder))
  return { ...named(after.state), ...news }
}

/** The returns whose due date is near on a day and that the latest release does not have: one piece of news for each due date. */
export async function newsOfReturns(home: Home, topics: readonly Topic[], today: string): Promise<ReturnNews[]> {
  const dues = topics.flatMap(({ dataset }) => dueNear(dataset, today))
  const latest = await latestRelease(home)
  if (dues.length === 0 || latest === null) return []
  const state = await readState(join(home.releases, latest))
  if (state === null) return []
  const news = new Map<string, ReturnNews>()
  const warehouse = await warehouseOf(join(home.releases, latest))
  try {
    for (const { dataset, period, due_date, side } of dues) {
      const units = await returnsNotIn(warehouse, dataset, period)
      if (units.length === 0) continue
      const title = topics.find((topic) => topic.dataset.id === dataset)?.dataset.title ?? { zh: dataset, en: dataset }
      const one = news.get(due_date) ?? { ...named(state.state), due_date, side, returns: [] }
      news.set(due_date, { ...one, returns: [...one.returns, { dataset, title, period, units }] })
    }
  } finally {
    await warehouse.close()
  }
  return [...news.values()]
}

function named({ release, period, as_of, city, regions, reference }: ReleaseState): ReleaseNamed {
  const name = regions.find(({ region_code }) => region_code === city)?.region_name ?? city
  return { release, period, as_of, city: name, fictional: sampleMark in reference }
}

function warehouseOf(folder: string): Promise<Warehouse> {
  return Warehouse.open(join(folder, 'warehouse.duckdb'), { readOnly: true })
}
