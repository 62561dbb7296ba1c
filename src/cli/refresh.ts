import { modelFolder, topics } from '../../pipelines/index.js'
import { isMonth } from '../domain/period.js'
import { exitCodes, Refusal } from '../domain/refusal.js'
import { refresh } from '../refresh/refresh.js'
import { type RefreshReport, sayReturned, sayReturnedIn } from '../refresh/report.js'
import type { CommandSpec } from './command.js'

/** `jiceng refresh`: the monthly job. */
export const refreshCommand: CommandSpec = {
  name: 'refresh',
  summary: {
    zh: '月度刷新：收件箱 → 核查 → 发布新一期；没有新内容就什么也不发布',
    en: 'the monthly job: inbox, checks, a new release; publishes nothing when nothing is new',
  },
  examples: ['jiceng refresh', 'jiceng refresh --period 2026-10 --json', 'jiceng refresh --dry-run'],
  declare: (command, say) =>
    command
      .option(
        '--period <month>',
        say({ zh: '发布哪个月（默认：已收到的最近一个月）', en: 'month to publish (default: the latest received)' }),
      )
      .option(
        '--dry-run',
        say({ zh: '只计算，不保存、不发布', en: 'work everything out, keep and publish nothing' }),
        false,
      )
      .option('--no-site', say({ zh: '不生成网站', en: 'leave the site out' })),
  run: async ({ home, json, terminal }, options) => {
    const period = options.period === undefined ? null : String(options.period)
    if (period !== null && !isMonth(period)) {
      throw new Refusal({ zh: `“${period}” 不是月份，应像 2026-10`, en: `"${period}" is not a month such as 2026-10` })
    }
    const report = await refresh({
      home,
      topics,
      modelFolder,
      period,
      dryRun: options.dryRun === true,
      site: options.site !== false,
      progress: terminal.progress,
    })
    terminal.settle()
    const { lang } = terminal
    if (json) {
      const returned = report.returned.map((file) => ({ ...file, reasons: file.reasons.map((reason) => reason[lang]) }))
      terminal.print(JSON.stringify({ ...report, returned }))
      return exitCodes.ok
    }
    terminal.print(sentences(report, options.dryRun === true)[lang])
    if (report.returned.length > 0) {
      terminal.print({ zh: '需要改正后重新报送：', en: 'to be put right and sent again:' }[lang])
      terminal.print(sayReturned(report.returned, lang))
    }
    if (report.returned_in !== null) terminal.print(sayReturnedIn(report.returned_in)[lang].trim())
    return exitCodes.ok
  },
}

function sentences(report: RefreshReport, dryRun: boolean): { zh: string; en: string } {
  const { submissions, rows, alerts, audits, release, period, seconds } = report
  if (report.nothing_new) {
    return {
      zh: `没有新内容（收件箱 ${submissions.already_known} 个文件都已收过），当前仍是 ${release} 期`,
      en: `nothing is new (all ${submissions.already_known} files of the inbox are known); the current release stays ${release}`,
    }
  }
  const done = dryRun
    ? { zh: '试算完成，未发布', en: 'worked out, nothing published' }
    : { zh: `已发布 ${release} 期`, en: `published ${release}` }
  return {
    zh: `${done.zh}（${period}）：报表 ${submissions.received} 份，接受 ${submissions.accepted}，有提醒 ${submissions.with_warnings}，部分接受 ${submissions.partly}，退回 ${submissions.refused}；数据 ${rows.in} 行 = 入库 ${rows.loaded} + 退回 ${rows.rejected}；预警 ${alerts.open} 项，本月新增 ${alerts.opened}，解除 ${alerts.closed}；核查 ${audits.run} 项全部通过；用时 ${seconds} 秒`,
    en: `${done.en} (${period}): ${submissions.received} returns, ${submissions.accepted} accepted, ${submissions.with_warnings} with warnings, ${submissions.partly} in part, ${submissions.refused} refused; ${rows.in} rows = ${rows.loaded} loaded + ${rows.rejected} rejected; ${alerts.open} alerts open, ${alerts.opened} opened and ${alerts.closed} closed this month; all ${audits.run} audits passed; ${seconds} s`,
  }
}
