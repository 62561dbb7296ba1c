import { constants } from 'node:fs'
import { access, mkdir, statfs } from 'node:fs/promises'
import { topics } from '../../pipelines/index.js'
import { findBrowser } from '../briefing/browser.js'
import { exitCodes, Refusal } from '../domain/refusal.js'
import type { Text } from '../domain/text.js'
import { openChannel } from '../notify/open-channel.js'
import type { Home } from '../refresh/home.js'
import { notifySettings } from '../refresh/notify.js'
import { readMap, sayIgnored } from '../refresh/read-map.js'
import { readReference } from '../refresh/reference.js'
import { currentRelease } from '../refresh/release.js'
import { Warehouse } from '../warehouse/warehouse.js'
import type { CommandSpec } from './command.js'
import { tell } from './error.js'

interface Examination {
  id: string
  what: Text
  /** What was found, or an error that says what is wrong. */
  look: (home: Home) => Promise<string | Text>
}

const oldestNode = [20, 19] as const
const leastFreeGigabytes = 1

const examinations: Examination[] = [
  {
    id: 'node',
    what: { zh: 'Node.js 版本', en: 'Node.js version' },
    look: async () => {
      const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
      const [oldestMajor, oldestMinor] = oldestNode
      if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
        throw new Error(`${process.versions.node} < ${oldestNode.join('.')}`)
      }
      return process.versions.node
    },
  },
  {
    id: 'engine',
    what: { zh: '数据引擎', en: 'engine' },
    look: async () => {
      const warehouse = await Warehouse.open(':memory:')
      const [row] = await warehouse.query<{ version: string }>('select version() as version')
      await warehouse.close()
      return `DuckDB ${row?.version}`
    },
  },
  {
    id: 'home',
    what: { zh: '安装目录可写', en: 'installation folder can be written' },
    look: async (home) => {
      await mkdir(home.root, { recursive: true })
      await access(home.root, constants.W_OK)
      return home.root
    },
  },
  {
    id: 'disk',
    what: { zh: '剩余空间', en: 'free space' },
    look: async (home) => {
      const { bavail, bsize } = await statfs(home.root)
      const gigabytes = (bavail * bsize) / 1e9
      if (gigabytes < leastFreeGigabytes) throw new Error(`${gigabytes.toFixed(1)} GB < ${leastFreeGigabytes} GB`)
      return `${gigabytes.toFixed(0)} GB`
    },
  },
  {
    id: 'reference',
    what: { zh: '参考表', en: 'reference tables' },
    look: async (home) => {
      const { regions, thresholds } = await readReference(home.reference, topics)
      const { map, ignored } = await readMap(home.reference, regions)
      const counted = `regions ${regions.length}, thresholds ${thresholds.length}, map ${map?.places.length ?? '—'}`
      const remark = sayIgnored(ignored)
      return ignored.length === 0 ? counted : { zh: `${counted}；${remark.zh}`, en: `${counted}; ${remark.en}` }
    },
  },
  {
    id: 'notify',
    what: { zh: '通知渠道', en: 'channels for messages' },
    look: async (home) => {
      const settings = await notifySettings(home)
      const channels = settings?.channels.map((channel) => openChannel(channel, settings, process.env)) ?? []
      const unusable = channels.find((channel) => 'trouble' in channel)
      if (unusable)
        throw new Refusal({
          zh: `${unusable.id}：${unusable.trouble.zh}`,
          en: `${unusable.id}: ${unusable.trouble.en}`,
        })
      return channels.map(({ id }) => id).join(', ') || '—'
    },
  },
  {
    id: 'release',
    what: { zh: '当前一期', en: 'current release' },
    look: async (home) => (await currentRelease(home)) ?? '—',
  },
  {
    id: 'browser',
    what: { zh: '月度通报所需的浏览器', en: 'browser for the monthly bulletin' },
    // The job itself does without one.
    look: async () =>
      (await findBrowser()) ?? {
        zh: '没有 Chromium 或 Chrome：通报只能生成不带图的 Word，不能生成 PDF（apt install chromium fonts-noto-cjk）',
        en: 'no Chromium or Chrome: the bulletin can be written as Word without charts, not as PDF (apt install chromium fonts-noto-cjk)',
      },
  },
]

/** `jiceng doctor`: is everything here that the job needs. */
export const doctor: CommandSpec = {
  name: 'doctor',
  summary: { zh: '检查刷新所需的一切是否齐备', en: 'is everything here that the job needs' },
  examples: ['jiceng doctor', 'jiceng doctor --json'],
  run: async ({ home, json, terminal }) => {
    const results = []
    for (const { id, what, look } of examinations) {
      const outcome = await look(home).then(
        (found) => ({ ok: true, found: typeof found === 'string' ? found : found[terminal.lang] }),
        (error: unknown) => ({
          ok: false,
          found:
            error instanceof Error && error.name === 'Error'
              ? error.message
              : tell(error, terminal.lang, home.root).text,
        }),
      )
      results.push({ id, what: what[terminal.lang], ...outcome })
    }
    if (json) terminal.print(JSON.stringify(results))
    else for (const { ok, what, found } of results) terminal.print(`${ok ? '✓' : '✗'} ${what}: ${found}`)
    return results.every(({ ok }) => ok) ? exitCodes.ok : exitCodes.refused
  },
}
