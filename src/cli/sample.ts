import { isMonth, type Period, shiftPeriod } from '../domain/period.js'
import { exitCodes, Refusal } from '../domain/refusal.js'
import type { CommandSpec } from './command.js'

const scales = ['city', 'province'] as const
const earliest: Period = '2000-02'

/** `jiceng sample`: the fictional city, or the province that it lies in. */
export const sample: CommandSpec = {
  name: 'sample',
  summary: {
    zh: '生成虚构的示例城市：参考表、历史数据、上月各县报表',
    en: 'make the fictional city: reference tables, history, last month’s returns',
  },
  examples: [
    'jiceng sample',
    'jiceng sample --home /tmp/hezhou --to 2026-10',
    'jiceng sample --scale province --home /tmp/p',
  ],
  declare: (command, say) =>
    command
      .option('--scale <size>', say({ zh: '规模：city 或 province', en: 'size: city or province' }), 'city')
      .option('--from <month>', say({ zh: '第一个月', en: 'first month' }), '2018-01')
      .option('--to <month>', say({ zh: '最后一个月', en: 'last month' }), '2026-10'),
  run: async ({ home, json, terminal }, options) => {
    const scale = scaleOf(String(options.scale))
    const [from, to] = [String(options.from), String(options.to)]
    if (!isMonth(from) || from < earliest) throw notFrom(from, earliest)
    if (!isMonth(to) || to <= from) throw notFrom(to, shiftPeriod(from, 1))
    terminal.progress({ zh: '生成示例数据', en: 'making the sample' })
    const { writeSample } = await import('../../data/sample/write.js')
    const written = await writeSample(home.root, { from, to, scale })
    const what = {
      city: { zh: '虚构的河州市', en: 'the fictional city of Hezhou' },
      province: { zh: '虚构的澜川省', en: 'the fictional province of Lanchuan' },
    }[scale]
    terminal.settle()
    terminal.print(
      json
        ? JSON.stringify({ home: home.root, ...written })
        : {
            zh: `已写入 ${written.files} 个文件（${what.zh}，${from} 至 ${to}）：${home.root}`,
            en: `wrote ${written.files} files (${what.en}, ${from} to ${to}) to ${home.root}`,
          }[terminal.lang],
    )
    return exitCodes.ok
  },
}

function scaleOf(text: string): (typeof scales)[number] {
  const scale = scales.find((one) => one === text)
  if (scale) return scale
  // 99 is the only province whose codes no real place has.
  throw new Refusal({
    zh: `没有“${text}”这种规模，只有 city（一个市）和 province（一个省，3万个村）；99开头的虚构代码容不下全国`,
    en: `there is no size "${text}", only city and province (30,000 villages); the fictional codes beginning 99 have no room for a nation`,
  })
}

function notFrom(text: string, first: Period): Refusal {
  return new Refusal({
    zh: `“${text}” 不是 ${first} 以后的月份，应像 2026-10`,
    en: `"${text}" is not a month from ${first} on, such as 2026-10`,
  })
}
