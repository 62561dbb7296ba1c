import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { exitCodes } from '../domain/refusal.js'
import type { Text } from '../domain/text.js'
import { currentRelease, latestRelease, type Manifest, readManifest, releaseFolder } from '../refresh/release.js'
import type { CommandSpec } from './command.js'

/** The parts of a release: how many files, and their size. */
type Parts = Record<'warehouse' | 'site' | 'extracts', { files: number; bytes: number }>

/** `jiceng release show`: what a release was made of, and what it holds. */
export const releaseShow: CommandSpec = {
  name: 'show',
  summary: { zh: '一期由什么生成、包含什么', en: 'what a release was made of, and what it holds' },
  examples: ['jiceng release show 2026-10-1', 'jiceng release show latest --json'],
  declare: (command, say) =>
    command.argument(
      '[release]',
      say({
        zh: '期名，或 current、latest（默认：读者正在看的一期）',
        en: 'a name, current or latest (default: current)',
      }),
    ),
  run: async ({ home, json, terminal }, _, [name]) => {
    const folder = await releaseFolder(home, name)
    const manifest = await readManifest(folder)
    const { release } = manifest
    const marks = { current: release === (await currentRelease(home)), latest: release === (await latestRelease(home)) }
    const parts = await partsIn(folder, manifest)
    if (json) terminal.print(JSON.stringify({ ...manifest, ...marks, parts }))
    else for (const line of linesOf(manifest, marks, parts)) terminal.print(line[terminal.lang])
    return exitCodes.ok
  },
}

async function partsIn(folder: string, { outputs }: Manifest): Promise<Parts> {
  const parts: Parts = {
    warehouse: { files: 0, bytes: 0 },
    site: { files: 0, bytes: 0 },
    extracts: { files: 0, bytes: 0 },
  }
  for (const path of Object.keys(outputs)) {
    const part = parts[path.startsWith('site/') ? 'site' : path.startsWith('extracts/') ? 'extracts' : 'warehouse']
    part.files += 1
    part.bytes += (await stat(join(folder, path)).catch(() => ({ size: 0 }))).size
  }
  return parts
}

function linesOf(manifest: Manifest, marks: { current: boolean; latest: boolean }, parts: Parts): Text[] {
  const { release, period, as_of, look_back, inputs } = manifest
  const said: Text[] = [
    marks.current ? { zh: '，读者正在看', en: ', what readers see' } : null,
    marks.latest ? { zh: '，最近发布', en: ', published last' } : null,
    look_back ? { zh: '，回看', en: ', a look back' } : null,
  ].filter((mark) => mark !== null)
  const tables = Object.entries(inputs.reference).map(([name, sha256]) => `${name} ${sha256.slice(0, 12)}`)
  const { warehouse, site, extracts } = parts
  return [
    {
      zh: `${release} 期：${period}，计入截至 ${as_of} 收到的报表${said.map(({ zh }) => zh).join('')}`,
      en: `${release}: ${period}, returns received by ${as_of}${said.map(({ en }) => en).join('')}`,
    },
    {
      zh: `依据：报送文件 ${inputs.submissions.length} 份；参考表 ${tables.join('、')}；程序 ${inputs.code.slice(0, 12)}`,
      en: `made of: ${inputs.submissions.length} received files; reference tables ${tables.join(', ')}; code ${inputs.code.slice(0, 12)}`,
    },
    {
      zh: `比较对象：${inputs.previous?.release ?? '无'}`,
      en: `compared with: ${inputs.previous?.release ?? 'none'}`,
    },
    {
      zh: `内容：数据仓库 ${megabytes(warehouse)}；页面数据 ${extracts.files} 个文件 ${megabytes(extracts)}；网站 ${site.files} 个文件 ${megabytes(site)}`,
      en: `holds: warehouse ${megabytes(warehouse)}; page data ${megabytes(extracts)} in ${extracts.files} files; site ${megabytes(site)} in ${site.files} files`,
    },
  ]
}

function megabytes({ bytes }: { bytes: number }): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
