import { modelFolder, topics } from '../../pipelines/index.js'
import { type ExitCode, exitCodes } from '../domain/refusal.js'
import type { Lang, Text } from '../domain/text.js'
import { releaseFolder } from '../refresh/release.js'
import { type Verification, verifyRelease } from '../refresh/verify-release.js'
import type { Difference } from '../warehouse/first-difference.js'
import type { CommandSpec } from './command.js'

/** `jiceng release verify`: is a release what it was published as, and what its inputs give. */
export const releaseVerify: CommandSpec = {
  name: 'verify',
  summary: {
    zh: '验证一期：逐个核对文件，再由归档重新生成并比较',
    en: 'verify a release: compare its files, then make it again from the archive and compare that',
  },
  examples: ['jiceng release verify 2026-10-1', 'jiceng release verify latest --files --json'],
  declare: (command, say) =>
    command
      .argument('[release]', say({ zh: '期名（默认：读者正在看的一期）', en: 'the release (default: current)' }))
      .option('--files', say({ zh: '只核对文件，不重新生成', en: 'compare the files only' }), false),
  run: async ({ home, json, terminal }, options, [name]) => {
    const filesOnly = options.files === true
    const folder = await releaseFolder(home, name)
    const found = await verifyRelease(folder, { home, topics, modelFolder, filesOnly, progress: terminal.progress })
    terminal.settle()
    const { lang } = terminal
    if (json) terminal.print(JSON.stringify({ ...found, reason: found.reason?.[lang] ?? null }))
    else
      terminal.print(
        linesOf(found)
          .map((line) => line[lang])
          .join('\n'),
      )
    return exitCodeOf(found, filesOnly)
  },
}

/** 3 when it could not be made again although that was asked for: what is not proven must not look so. */
function exitCodeOf({ verdict }: Verification, filesOnly: boolean): ExitCode {
  if (verdict === 'proven' || (verdict === 'files_only' && filesOnly)) return exitCodes.ok
  return verdict === 'files_only' ? exitCodes.refused : exitCodes.audits
}

function linesOf(found: Verification): Text[] {
  const { release, verdict, files, damaged, missing, extra, differing, warehouse, reason } = found
  const whole = {
    zh: `${release} 期的 ${files} 个文件都与发布时相同`,
    en: `all ${files} files of ${release} are as published`,
  }
  if (verdict === 'proven') {
    return [
      {
        zh: `${whole.zh}；由归档重新生成的结果也完全相同`,
        en: `${whole.en}, and what the archive gives again is the same`,
      },
    ]
  }
  if (verdict === 'files_only') {
    return [{ zh: `${whole.zh}；没有重新生成：${reason?.zh}`, en: `${whole.en}; it was not made again: ${reason?.en}` }]
  }
  if (verdict === 'differs') {
    return [
      { zh: `${whole.zh}，但由归档重新生成的结果不同：`, en: `${whole.en}, but what the archive gives again differs:` },
      ...list(differing, { zh: '文件不同', en: 'file differs' }),
      ...(warehouse ? sayDifference(warehouse) : []),
    ]
  }
  return [
    { zh: `${release} 期的文件与发布时不同：`, en: `the files of ${release} are not as published:` },
    ...list(damaged, { zh: '被改动', en: 'altered' }),
    ...list(missing, { zh: '缺失', en: 'missing' }),
    ...list(extra, { zh: '多出', en: 'added' }),
  ]
}

/** Files that are named at most; `--json` has all of them. */
const named = 10

function list(paths: readonly string[], what: Text): Text[] {
  const more = paths.length - named
  return [
    ...paths.slice(0, named).map((path) => ({ zh: `  ${what.zh}：${path}`, en: `  ${what.en}: ${path}` })),
    ...(more > 0 ? [{ zh: `  ${what.zh}：还有 ${more} 个`, en: `  ${what.en}: ${more} more` }] : []),
  ]
}

/** The first table that differs, with the row of the release and the one that was worked out again. */
function sayDifference(difference: Difference): Text[] {
  const { table, kind } = difference
  const sides: Record<Lang, [string, string]> = { zh: ['发布的', '重新生成的'], en: ['published', 'made again'] }
  const line = (lang: Lang, side: 0 | 1, value: unknown) => `    ${sides[lang][side]}: ${JSON.stringify(value)}`
  const values =
    kind === 'rows' || kind === 'columns'
      ? [difference.left, difference.right]
      : kind === 'missing_left'
        ? [null, table]
        : [table, null]
  return [
    { zh: `  数据仓库的表 ${table} 不同`, en: `  table ${table} of the warehouse differs` },
    ...([0, 1] as const).map((side) => ({ zh: line('zh', side, values[side]), en: line('en', side, values[side]) })),
  ]
}
