import { exitCodes } from '../domain/refusal.js'
import { useRelease } from '../refresh/publish.js'
import { latestRelease } from '../refresh/release.js'
import type { CommandSpec } from './command.js'

/** `jiceng release use`: the roll-back, at once and for all readers. */
export const releaseUse: CommandSpec = {
  name: 'use',
  summary: {
    zh: '让读者立即看到指定的一期（回退），下一次发布新一期时自动切换到新的',
    en: 'show readers this release at once (the roll-back); the next that is published is shown again by itself',
  },
  examples: ['jiceng release use 2026-10-1', 'jiceng release use latest'],
  declare: (command, say) =>
    command.argument('<release>', say({ zh: '期名，或 latest（最近发布的一期）', en: 'a name, or latest' })),
  run: async ({ home, json, terminal }, _, [name = '']) => {
    const { before, current } = await useRelease(home, name)
    const latest = await latestRelease(home)
    if (json) terminal.print(JSON.stringify({ before, current, latest }))
    else {
      const was = before === null || before === current ? null : before
      const zh = `读者现在看到 ${current} 期${was ? `（原为 ${was}）` : ''}`
      const en = `readers now see ${current}${was ? ` (before: ${was})` : ''}`
      const back = current === latest ? null : latest
      terminal.print(
        {
          zh: back ? `${zh}；最近发布的是 ${back}，切回：jiceng release use latest` : zh,
          en: back ? `${en}; ${back} was published last, back to it: jiceng release use latest` : en,
        }[terminal.lang],
      )
    }
    return exitCodes.ok
  },
}
