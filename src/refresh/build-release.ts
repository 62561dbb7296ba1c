import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { MapData } from '../domain/map-data.js'
import type { Period } from '../domain/period.js'
import type { Text } from '../domain/text.js'
import type { Topic } from '../domain/topic.js'
import { releaseStateOf } from '../extracts/release-state.js'
import { withoutPersonalNumbers as mask } from '../intake/table/personal.js'
import { latestMonth } from '../warehouse/latest-month.js'
import type { Reference, Run } from '../warehouse/load-reference.js'
import { inOrder, readModels } from '../warehouse/model.js'
import { createRawTables } from '../warehouse/raw-tables.js'
import { periodsBefore } from '../warehouse/reach.js'
import { runAudits } from '../warehouse/transform.js'
import { Warehouse } from '../warehouse/warehouse.js'
import { workOut } from '../warehouse/work-out.js'
import type { Received } from './archive.js'
import { type Base, copyWarehouse } from './base.js'
import type { Sources } from './inputs.js'
import { sampleMark } from './reference-archive.js'
import { auditsFailed, noMonth } from './refusals.js'
import { sayHeaviest, weightTable } from './site-weight.js'
import { previousFile, type StateText, stateFile } from './state-file.js'
import { type TakenIn, takeInAll } from './take-in-all.js'

/** Everything that a release is a function of. */
export interface ReleasePlan {
  topics: readonly Topic[]
  /** Folder of the SQL models. */
  modelFolder: string
  /** The received files, in the order of receipt. */
  received: readonly Received[]
  /** The hashes of what it is made of. */
  sources: Sources
  reference: Reference
  /** Where the counties lie. */
  map: MapData
  /** What the release said that this one says the changes since; null when there is none. */
  previous: StateText | null
  /** The month to publish; null: the latest that an accepted monthly return is about. */
  period: Period | null
  /** The day up to which deadlines count as passed. */
  as_of: string
  /** An earlier release to go on from; the result is the same without it, only later. */
  base: Base | null
  site: boolean
  /** A folder for scratch. */
  work: string
  progress: (step: Text) => void
}

/** A release that is being built in a folder. */
export interface Building {
  folder: string
  warehouse: Warehouse
  /** The files that the base did not know, and what intake made of them. */
  taken: TakenIn[]
}

/** Opens the warehouse of a new release and takes the files in that its base does not know. The caller closes the warehouse. */
export async function takeInto(folder: string, plan: ReleasePlan): Promise<Building> {
  const { received, base, topics, reference, progress } = plan
  const datasets = topics.map(({ dataset }) => dataset)
  const path = join(folder, 'warehouse.duckdb')
  if (base) await copyWarehouse(base, path)
  const warehouse = await Warehouse.open(path)
  try {
    if (!base) await createRawTables(warehouse, datasets)
    const known = base?.receipts ?? 0
    const taken = await takeInAll(warehouse, received, known, datasets, reference.regions, plan.work, (file, index) =>
      progress({
        zh: `读取报表 ${index + 1}/${received.length}：${file}`,
        en: `reading return ${index + 1}/${received.length}: ${file}`,
      }),
    )
    return { folder, warehouse, taken }
  } catch (error) {
    await warehouse.close()
    throw error
  }
}

/** Works every table out and audits them. Gives what the release is about. Throws a Refusal when an audit finds something. */
export async function workOutFigures(building: Building, plan: ReleasePlan): Promise<{ run: Run; audits: number }> {
  const { warehouse } = building
  const { base, reference, topics, progress } = plan
  const period = plan.period ?? (await latestMonth(warehouse))
  if (period === null) throw noMonth()
  const run = { period, as_of: plan.as_of }
  const { models, audits } = await readModels(plan.modelFolder)
  const ordered = await inOrder(warehouse, models)
  progress({ zh: '计算指标', en: 'working out the figures' })
  const before = base?.run ? { run: base.run, receipts: base.receipts } : null
  const changed = await workOut(warehouse, ordered, { reference, topics, run, before })
  progress({ zh: '核查', en: 'auditing' })
  const recent = new Set([period, ...periodsBefore(period, { count: 12, unit: 'months', at: null })])
  const audited = await runAudits(warehouse, ordered, audits, changed, recent)
  if (audited.failures.length > 0) throw auditsFailed(audited.failures)
  return { run, audits: audited.run }
}

/** Writes what leaves the warehouse, closes it, and builds the site. */
export async function writeOut(building: Building, plan: ReleasePlan, run: Run, release: string): Promise<void> {
  const { folder, warehouse } = building
  const { topics, reference, map, sources, previous, progress } = plan
  const state = await releaseStateOf(warehouse, { release, run, sources, topics })
  const pageData = join(folder, 'extracts', 'pages')
  await mkdir(dirname(pageData), { recursive: true })
  await writeFile(join(folder, stateFile), JSON.stringify(state))
  if (previous) await writeFile(join(folder, previousFile), previous.text)
  // Without a site nobody waits for the sources that make one.
  if (plan.site) {
    const { writePageData } = await import('../extracts/write.js')
    const { writeBrief } = await import('../briefing/write-brief.js')
    progress({ zh: '准备页面数据', en: 'preparing page data' })
    const { models } = await readModels(plan.modelFolder)
    await writePageData(warehouse, pageData, {
      topics,
      models,
      thresholds: reference.thresholds,
      map,
      run,
      release,
      state,
      previous: previous?.state ?? null,
      sample: sampleMark in sources.reference,
      mask,
      writeBrief,
    })
  }
  progress({ zh: '写盘', en: 'writing to disk' })
  await warehouse.run('checkpoint')
  await warehouse.close()
  if (!plan.site) return
  const { buildSite } = await import('./site.js')
  progress({ zh: '生成网站', en: 'building the site' })
  const weights = await buildSite({ pageData, out: join(folder, 'site'), work: plan.work })
  await writeFile(join(folder, 'extracts', 'page-weights.csv'), weightTable(weights))
  progress(sayHeaviest(weights))
}
