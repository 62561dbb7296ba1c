import { join } from 'node:path'
import { exitCodes } from '../domain/refusal.js'
import type { Lang } from '../domain/text.js'
import { currentRelease, latestRelease, listReleases, readManifest } from '../refresh/release.js'
import type { CommandSpec } from './command.js'
import { textTable } from './text-table.js'

/** One release in a list. */
interface Listed {
  release: string
  period: string
  as_of: string
  /** Received files that it knows. */
  files: number
  site: boolean
  /** True when readers see it; when it was published last; when it shows what was known on an earlier day. */
  current: boolean
  latest: boolean
  look_back: boolean
}

/** `jiceng release list`: the releases that there are. */
export const releaseList: CommandSpec = {
  name: 'list',
  summary: { zh: '列出已发布的各期，新的在前', en: 'the releases that there are, newest first' },
  examples: ['jiceng release list', 'jiceng release list --json'],
  run: async ({ home, json, terminal }) => {
    const [current, latest] = [await currentRelease(home), await latestRelease(home)]
    const listed: Listed[] = []
    for (const release of (await listReleases(home)).reverse()) {
      const { period, as_of, look_back, site, inputs } = await readManifest(join(home.releases, release))
      const marks = { current: release === current, latest: release === latest, look_back }
      listed.push({ release, period, as_of, files: inputs.submissions.length, site, ...marks })
    }
    if (json) terminal.print(JSON.stringify(listed))
    else if (listed.length === 0) terminal.print(nothing[terminal.lang])
    else terminal.print(tableOf(listed, terminal.lang))
    return exitCodes.ok
  },
}

const nothing = { zh: '还没有发布过任何一期', en: 'nothing has been published yet' }
const heads = {
  zh: ['期', '报告期', '计入截至', '报送文件', '网站', ''],
  en: ['release', 'period', 'received by', 'files', 'site', ''],
}
const marks = {
  current: { zh: '读者正在看', en: 'what readers see' },
  latest: { zh: '最近发布', en: 'published last' },
  look_back: { zh: '回看', en: 'look back' },
}

function tableOf(listed: readonly Listed[], lang: Lang): string {
  const rows = listed.map((one) => [
    one.release,
    one.period,
    one.as_of,
    String(one.files),
    { zh: one.site ? '有' : '无', en: one.site ? 'yes' : 'no' }[lang],
    (['current', 'latest', 'look_back'] as const)
      .filter((mark) => one[mark])
      .map((mark) => marks[mark][lang])
      .join(lang === 'zh' ? '，' : ', '),
  ])
  return textTable(heads[lang], rows)
}
