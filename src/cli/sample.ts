import { isMonth } from '../domain/period.js'
import { exitCodes, Refusal } from '../domain/refusal.js'
import type { CommandSpec } from './command.js'

/** `jiceng sample`: the fictional city. */
export const sample: CommandSpec = {
  name: 'sample',
  summary: {
    zh: '生成虚构的示例城市：参考表、历史数据、上月各县报表',
    en: 'make the fictional city: reference tables, history, last month’s returns',
  },
  examples: ['jiceng sample', 'jiceng sample --home /tmp/hezhou --to 2026-10'],
  declare: (command, say) => command.option('--to <month>', say({ zh: '最后一个月', en: 'last month' }), '2026-10'),
  run: async ({ home, json, terminal }, options) => {
    const to = String(options.to)
    if (!isMonth(to) || to < '2018-02') {
      throw new Refusal({
        zh: `“${to}” 不是 2018-02 以后的月份，应像 2026-10`,
        en: `"${to}" is not a month from 2018-02 on, such as 2026-10`,
      })
    }
    terminal.progress({ zh: '生成示例城市', en: 'making the fictional city' })
    const { writeSample } = await import('../../data/sample/write.js')
    const written = await writeSample(home.root, { to })
    terminal.settle()
    terminal.print(
      json
        ? JSON.stringify({ home: home.root, ...written })
        : {
            zh: `已写入 ${written.files} 个文件（虚构的河州市，2018-01 至 ${to}）：${home.root}`,
            en: `wrote ${written.files} files (the fictional city of Hezhou, 2018-01 to ${to}) to ${home.root}`,
          }[terminal.lang],
    )
    return exitCodes.ok
  },
}
