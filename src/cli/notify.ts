import { markOfEntry, type OutboxEntry } from '../domain/notice.js'
import { exitCodes } from '../domain/refusal.js'
import { messageText } from '../notify/message-text.js'
import type { NotifySettings } from '../notify/settings.js'
import { notifySettings } from '../refresh/notify.js'
import type { CommandSpec } from './command.js'
import { notifiedOf, notifyWith, sayCounts } from './notified.js'

/** Milliseconds for one try, and for all of a run: the first four tries of a channel that does not answer. */
const limits = { attempt: 30_000, all: 180_000 }

/** `jiceng notify`: sends the messages that are due. */
export const notifyCommand: CommandSpec = {
  name: 'notify',
  summary: {
    zh: '发送到期的通知：新增严重预警、撤销的预警、到期前后未报的报表（按 reference/notify.json）',
    en: 'send the messages that are due: new criticals, withdrawn alerts, returns not in (as reference/notify.json says)',
  },
  examples: ['jiceng notify', 'jiceng notify --dry-run', 'jiceng notify --again --json'],
  declare: (command, say) =>
    command
      .option(
        '--dry-run',
        say({ zh: '只显示会发送什么，不保存、不发送', en: 'show what would be sent; keep and send nothing' }),
        false,
      )
      .option('--again', say({ zh: '被拒收和已放弃的也重发', en: 'also what was refused or given up' }), false),
  run: async ({ home, json, terminal }, options) => {
    const { lang } = terminal
    const dryRun = options.dryRun === true
    const settings = await notifySettings(home)
    const report = settings && (await notifyWith(home, { limits, dryRun, again: options.again === true }))
    if (settings === null || report === null) {
      if (json) terminal.print('null')
      else
        terminal.print(
          {
            zh: `没有 ${home.reference}/notify.json，不通知任何人`,
            en: `no ${home.reference}/notify.json: nobody is told`,
          }[lang],
        )
      return exitCodes.ok
    }
    const notified = notifiedOf(report, lang)
    if (json) terminal.print(JSON.stringify(notified))
    else if (dryRun) terminal.print(sayPlanned(report.entries, settings, lang) || nothing[lang])
    else terminal.print(sayCounts(notified, lang) ?? nothing[lang])
    if (!dryRun) for (const trouble of notified.troubles) terminal.note({ zh: trouble, en: trouble })
    return dryRun || notified.troubles.length === 0 ? exitCodes.ok : exitCodes.undelivered
  },
}

const nothing = { zh: '没有要发送的通知', en: 'there is nothing to send' }

/** Each message as it would go out: where to, subject, text. */
function sayPlanned(entries: readonly OutboxEntry[], { channels, site }: NotifySettings, shown: 'zh' | 'en'): string {
  const said = entries.flatMap((entry) => {
    const channel = channels.find(({ id }) => id === entry.channel)
    if (channel === undefined) return []
    const { lang } = channel
    const where = entry.recipients.flatMap(({ address, state }) => (state === 'waiting' ? [address] : [])).join(', ')
    const head = { zh: `渠道 ${channel.id}（${where}）`, en: `channel ${channel.id} (${where})` }[shown]
    const text = messageText(entry.notice, { lang, site, mark: markOfEntry(entry), most_bytes: 100_000 })
    return [`── ${head}\n${entry.notice.subject[lang]}\n\n${text}`]
  })
  return said.join('\n\n')
}
