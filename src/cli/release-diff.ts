import { basename } from 'node:path'
import { exitCodes, Refusal } from '../domain/refusal.js'
import type { ChangeSection, ReleaseChanges } from '../domain/release-changes.js'
import type { ReleaseState } from '../domain/release-state.js'
import type { Lang } from '../domain/text.js'
import { diffStates } from '../extracts/diff-states.js'
import { releaseChanges } from '../extracts/release-changes.js'
import type { Home } from '../refresh/home.js'
import { releaseFolder } from '../refresh/release.js'
import { readState } from '../refresh/state-file.js'
import type { CommandSpec } from './command.js'

/** Lines of a section that are printed; `--all` prints all. */
const shown = 8

/** `jiceng release diff`: what changed between two releases, in words. */
export const releaseDiff: CommandSpec = {
  name: 'diff',
  summary: { zh: '用话说清两期之间变了什么', en: 'what changed between two releases, in words' },
  examples: ['jiceng release diff 2026-09-1 2026-10-1', 'jiceng release diff 2026-10-1 latest --json'],
  declare: (command, say) =>
    command
      .argument('<from>', say({ zh: '前一期', en: 'the earlier release' }))
      .argument('[to]', say({ zh: '后一期（默认：读者正在看的一期）', en: 'the later one (default: current)' }))
      .option(
        '--all',
        say({ zh: `逐条列出，不只列前 ${shown} 条`, en: `every line, not the first ${shown} only` }),
        false,
      ),
  run: async ({ home, json, terminal }, options, [first, second]) => {
    const [from, to] = [await stateOf(home, first), await stateOf(home, second)]
    if (json) terminal.print(JSON.stringify(diffStates(from, to)))
    else terminal.print(sayChanges(releaseChanges(from, to), options.all === true, terminal.lang))
    return exitCodes.ok
  },
}

async function stateOf(home: Home, name: string | undefined): Promise<ReleaseState> {
  const folder = await releaseFolder(home, name)
  const read = await readState(folder)
  if (read !== null) return read.state
  const release = basename(folder)
  throw new Refusal({
    zh: `${release} 期由另一个版本的程序生成，没有可比较的内容（extracts/state.json）`,
    en: `${release} was made by another version: it has nothing to compare (extracts/state.json)`,
  })
}

function sayChanges({ summary, groups }: ReleaseChanges, isAll: boolean, lang: Lang): string {
  const sections = groups.flatMap((group) => group.sections)
  return [
    summary.map((text) => text[lang]).join('\n'),
    ...sections.map((section) => saySection(section, isAll, lang)),
  ].join('\n\n')
}

function saySection({ title, lines, unlisted }: ChangeSection, isAll: boolean, lang: Lang): string {
  const listed = isAll ? lines : lines.slice(0, shown)
  const more = lines.length - listed.length + unlisted
  const colon = lang === 'zh' ? '：' : ': '
  const rest = { zh: `  还有 ${more} 项`, en: `  ${more} more` }[lang]
  const said = listed.map((line) => `  ${line.subject[lang]}${colon}${line.said[lang]}`)
  return [title[lang], ...said, ...(more > 0 ? [rest] : [])].join('\n')
}
