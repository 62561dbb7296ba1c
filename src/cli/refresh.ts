import { z } from 'zod'
import { modelFolder, topics } from '../../pipelines/index.js'
import { isMonth } from '../domain/period.js'
import { exitCodes, Refusal } from '../domain/refusal.js'
import type { Text } from '../domain/text.js'
import { refresh } from '../refresh/refresh.js'
import { type RefreshReport, sayReturned, sayReturnedIn } from '../refresh/report.js'
import { usualKeep } from '../refresh/retention.js'
import type { CommandSpec } from './command.js'
import { notifyAfterRefresh, sayCounts } from './notified.js'

/** `jiceng refresh`: the monthly job. */
export const refreshCommand: CommandSpec = {
  name: 'refresh',
  summary: {
    zh: '月度刷新：收件箱 → 核查 → 发布新一期；没有新内容就什么也不发布',
    en: 'the monthly job: inbox, checks, a new release; publishes nothing when nothing is new',
  },
  examples: [
    'jiceng refresh',
    'jiceng refresh --period 2026-10 --json',
    'jiceng refresh --as-of 2026-08-05',
    'jiceng refresh --dry-run',
  ],
  declare: (command, say) =>
    command
      .option(
        '--period <month>',
        say({ zh: '发布哪个月（默认：已收到的最近一个月）', en: 'month to publish (default: the latest received)' }),
      )
      .option(
        '--as-of <day>',
        say({
          zh: '按某日已知的情况生成一期，不替换当前一期',
          en: 'a release of what was known on a day; readers stay with the current one',
        }),
      )
      .option(
        '--dry-run',
        say({ zh: '只计算，不保存、不发布', en: 'work everything out, keep and publish nothing' }),
        false,
      )
      .option('--no-site', say({ zh: '不生成网站', en: 'leave the site out' }))
      .option(
        '--keep <issues>',
        say({ zh: '保留最近多少期', en: 'how many of the newest releases are kept' }),
        String(usualKeep.issues),
      )
      .option(
        '--keep-months <months>',
        say({
          zh: '另外保留最近多少个月各自的最后一期',
          en: 'and of how many of the newest months the last release is kept as well',
        }),
        String(usualKeep.months),
      ),
  run: async ({ home, json, terminal }, options) => {
    const period = options.period === undefined ? null : String(options.period)
    if (period !== null && !isMonth(period)) {
      throw new Refusal({ zh: `“${period}” 不是月份，应像 2026-10`, en: `"${period}" is not a month such as 2026-10` })
    }
    const asOf = options.asOf === undefined ? null : String(options.asOf)
    if (asOf !== null && !z.iso.date().safeParse(asOf).success) {
      throw new Refusal({
        zh: `“${asOf}” 不是日期，应像 2026-08-05`,
        en: `"${asOf}" is not a day such as 2026-08-05`,
      })
    }
    const keep = { issues: countOf('--keep', options.keep), months: countOf('--keep-months', options.keepMonths) }
    const report = await refresh({
      home,
      topics,
      modelFolder,
      period,
      asOf,
      dryRun: options.dryRun === true,
      site: options.site !== false,
      keep,
      progress: terminal.progress,
    })
    const { lang } = terminal
    const isDryRun = options.dryRun === true
    if (!isDryRun) terminal.progress({ zh: '发送通知', en: 'sending messages' })
    const notified = isDryRun ? null : await notifyAfterRefresh(home, lang)
    terminal.settle()
    if (json) {
      const returned = report.returned.map((file) => ({ ...file, reasons: file.reasons.map((reason) => reason[lang]) }))
      terminal.print(JSON.stringify({ ...report, returned, notified }))
      return exitCodes.ok
    }
    terminal.print(sentences(report, isDryRun)[lang])
    if (report.returned.length > 0) {
      terminal.print({ zh: '需要改正后重新报送：', en: 'to be put right and sent again:' }[lang])
      terminal.print(sayReturned(report.returned, lang))
    }
    if (report.returned_in !== null) terminal.print(sayReturnedIn(report.returned_in)[lang].trim())
    const sent = notified && sayCounts(notified, lang)
    if (sent) terminal.print(sent)
    for (const trouble of notified?.troubles ?? []) terminal.note({ zh: trouble, en: trouble })
    return exitCodes.ok
  },
}

/** A number of an option: whole, and at least one. */
function countOf(option: string, value: unknown): number {
  const count = Number(value)
  if (Number.isInteger(count) && count >= 1) return count
  throw new Refusal({
    zh: `${option} 要填不小于 1 的整数，不是“${value}”`,
    en: `${option} takes a whole number from 1 on, not "${value}"`,
  })
}

/** What a refresh did, in one sentence. */
export function sentences(report: RefreshReport, dryRun: boolean): Text {
  const { submissions, rows, alerts, audits, release, current, period, seconds } = report
  const after = sayAfter(report)
  if (report.nothing_new) {
    return {
      zh: `没有新内容（收件箱 ${submissions.already_known} 个文件都已收过），仍是 ${release} 期${after.zh}`,
      en: `nothing is new (all ${submissions.already_known} files of the inbox are known); it stays with ${release}${after.en}`,
    }
  }
  const done = dryRun
    ? { zh: '试算完成，未发布', en: 'worked out, nothing published' }
    : release === current
      ? { zh: `已发布 ${release} 期`, en: `published ${release}` }
      : {
          zh: `已生成 ${release} 期，读者看到的仍是 ${current} 期`,
          en: `made ${release}; readers stay with ${current}`,
        }
  const withdrawn =
    alerts.withdrawn === 0
      ? { zh: '', en: '' }
      : { zh: `，撤销 ${alerts.withdrawn}`, en: `, ${alerts.withdrawn} withdrawn` }
  return {
    zh: `${done.zh}（${period}）：报表 ${submissions.received} 份，接受 ${submissions.accepted}，有提醒 ${submissions.with_warnings}，部分接受 ${submissions.partly}，退回 ${submissions.refused}；数据 ${rows.in} 行 = 入库 ${rows.loaded} + 退回 ${rows.rejected}；预警 ${alerts.open} 项，本月新增 ${alerts.opened}，解除 ${alerts.closed}${withdrawn.zh}；核查 ${audits.run} 项全部通过；用时 ${seconds} 秒${after.zh}`,
    en: `${done.en} (${period}): ${submissions.received} returns, ${submissions.accepted} accepted, ${submissions.with_warnings} with warnings, ${submissions.partly} in part, ${submissions.refused} refused; ${rows.in} rows = ${rows.loaded} loaded + ${rows.rejected} rejected; ${alerts.open} alerts open, ${alerts.opened} opened and ${alerts.closed} closed this month${withdrawn.en}; all ${audits.run} audits passed; ${seconds} s${after.en}`,
  }
}

/** What a run did besides, and what readers see when that is another release. */
function sayAfter({ release, current, finished, removed, nothing_new }: RefreshReport): Text {
  const parts: Text[] = []
  if (finished !== null) {
    parts.push({ zh: `上次中断的 ${finished} 期已发布完毕`, en: `${finished}, which was cut short, is published` })
  }
  if (nothing_new && current !== release) {
    parts.push({
      zh: `读者看到的是 ${current} 期（用 jiceng release use 切换）`,
      en: `readers see ${current} (jiceng release use switches)`,
    })
  }
  if (removed.length > 0) {
    parts.push({
      zh: `超出保留期数，已移除 ${removed.join('、')}`,
      en: `beyond what is kept, removed: ${removed.join(', ')}`,
    })
  }
  return { zh: parts.map(({ zh }) => `；${zh}`).join(''), en: parts.map(({ en }) => `; ${en}`).join('') }
}
