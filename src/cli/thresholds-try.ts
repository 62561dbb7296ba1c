import { access, constants } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { modelFolder, topics } from '../../pipelines/index.js'
import { sayPeriod } from '../domain/period.js'
import { exitCodes, Refusal } from '../domain/refusal.js'
import { fill, type Lang, type Text } from '../domain/text.js'
import {
  type ThresholdTrial,
  type TrialChange,
  type TrialKind,
  type TrialRun,
  trialKinds,
} from '../domain/threshold-trial.js'
import { sayValue } from '../domain/value-words.js'
import { regionsOfRelease, tryThresholds } from '../extracts/try-thresholds.js'
import { readThresholds } from '../refresh/reference.js'
import { releaseFolder } from '../refresh/release.js'
import { inOrder, readModels } from '../warehouse/model.js'
import { Warehouse } from '../warehouse/warehouse.js'
import type { CommandSpec } from './command.js'

/** Lines of a kind that are printed; `--all` prints all. */
const shown = 8

/** `jiceng thresholds try`: what a changed registry would do, before it is adopted. */
export const thresholdsTry: CommandSpec = {
  name: 'try',
  summary: {
    zh: '试算一份改动后的阈值表：对全部历史，会新增、解除、撤销哪些预警；不写入任何文件',
    en: 'what a changed registry would open, close and withdraw over the whole history; writes nothing',
  },
  examples: ['jiceng thresholds try thresholds-2027.csv', 'jiceng thresholds try thresholds-2027.csv --json'],
  declare: (command, say) =>
    command
      .argument('<file>', say({ zh: '改动后的阈值表（CSV）', en: 'the changed registry (CSV)' }))
      .option(
        '--release <name>',
        say({ zh: '对哪一期试算（默认：当前）', en: 'which release (default: the current one)' }),
      )
      .option(
        '--all',
        say({ zh: `逐条列出，不只列前 ${shown} 条`, en: `every line, not the first ${shown} only` }),
        false,
      ),
  run: async ({ home, json, terminal }, options, [path = '']) => {
    await access(path, constants.R_OK).catch((cause) => {
      throw new Refusal({ zh: `读不到文件：${path}`, en: `cannot read file: ${path}` }, exitCodes.usage, { cause })
    })
    const folder = await releaseFolder(home, typeof options.release === 'string' ? options.release : undefined)
    const file = join(folder, 'warehouse.duckdb')
    const thresholds = await readThresholds(path, topics, await regionsOfRelease(file))
    const { models } = await readModels(modelFolder)
    const parser = await Warehouse.open(':memory:')
    const ordered = await inOrder(parser, models).finally(() => parser.close())
    terminal.progress({ zh: '按新的阈值表重算全部历史', en: 'judging the whole history by the new lines' })
    const trial = await tryThresholds(file, basename(folder), ordered, thresholds)
    terminal.settle()
    terminal.print(json ? JSON.stringify(trial) : trialText(trial, options.all === true, terminal.lang))
    return exitCodes.ok
  },
}

const titles: Record<TrialKind, Text> = {
  opened: { zh: '会新增 {count} 条', en: 'Would open: {count}' },
  reopened: { zh: '原已解除、会仍未解除 {count} 条', en: 'Closed now, would still be open: {count}' },
  closed: { zh: '会解除 {count} 条', en: 'Would close: {count}' },
  withdrawn: {
    zh: '会撤销（按新线从未越线）{count} 条',
    en: 'Would be withdrawn (never beyond the new line): {count}',
  },
  opened_and_closed: { zh: '过去会有、后来解除 {count} 条', en: 'Would have opened and closed in the past: {count}' },
  redated: { zh: '起止时间会变 {count} 条', en: 'Would begin or end at another time: {count}' },
}

function trialText(trial: ThresholdTrial, isAll: boolean, lang: Lang): string {
  const { release, rows, open_before: before, open_after: after, changes } = trial
  const head = fill(
    {
      zh: '按这份阈值表（{rows} 行）重算 {release} 期的全部历史：全市和县区未解除预警由 {before} 条变为 {after} 条。没有写入任何文件。',
      en: 'The whole history of {release} judged by this registry ({rows} rows): open alerts of the city and its counties go from {before} to {after}. Nothing was written.',
    },
    { rows, release, before, after },
  )
  const none = { zh: '没有一条预警会变。', en: 'No alert would be another.' }
  const sections = trialKinds.flatMap((kind) => {
    const own = changes.filter((change) => change.kind === kind)
    return own.length > 0 ? section(kind, own, isAll, lang) : []
  })
  return [head[lang], ...(sections.length > 0 ? sections : [none[lang]])].join('\n\n')
}

function section(kind: TrialKind, changes: readonly TrialChange[], isAll: boolean, lang: Lang): string {
  const listed = isAll ? changes : changes.slice(0, shown)
  const more = changes.length - listed.length
  const rest = { zh: `  还有 ${more} 条（--all 全列）`, en: `  ${more} more (--all lists them)` }[lang]
  const title = fill(titles[kind], { count: changes.length })[lang]
  return [title, ...listed.map((change) => `  ${line(change, lang)}`), ...(more > 0 ? [rest] : [])].join('\n')
}

function line({ kind, region_name, indicator_id, before, after }: TrialChange, lang: Lang): string {
  const indicator = topics.flatMap(({ indicators }) => indicators).find(({ id }) => id === indicator_id)
  const name = indicator?.name[lang] ?? indicator_id
  const run = kind === 'withdrawn' ? before : after
  if (run === null) return `${region_name} ${name}`
  const worst = indicator ? sayValue(indicator, run.worst_value)[lang] : String(run.worst_value)
  const said = {
    zh: `${span(run, lang)}，最差 ${worst}（${sayPeriod(run.worst_period, lang)}）`,
    en: `${span(run, lang)}, worst ${worst} (${sayPeriod(run.worst_period, lang)})`,
  }
  const was =
    kind === 'withdrawn' || before === null
      ? ''
      : { zh: `；原为${span(before, lang)}`, en: `; was ${span(before, lang)}` }[lang]
  return `${region_name} ${name}${{ zh: '：', en: ': ' }[lang]}${said[lang]}${was}`
}

function span({ opened_period, closed_period }: TrialRun, lang: Lang): string {
  const from = sayPeriod(opened_period, lang)
  if (closed_period === null) return { zh: `${from}起`, en: `from ${from} on` }[lang]
  const to = sayPeriod(closed_period, lang)
  return { zh: `${from}至${to}`, en: `${from} to ${to}` }[lang]
}
