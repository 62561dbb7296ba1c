import { access, constants, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { topics } from '../../pipelines/index.js'
import type { Dataset } from '../domain/dataset.js'
import { exitCodes, Refusal } from '../domain/refusal.js'
import type { Judged, Verdict } from '../domain/submission.js'
import type { Lang } from '../domain/text.js'
import type { JudgedFile, ReturnContext } from '../intake/marked/make-copy.js'
import { notesOf } from '../intake/notes.js'
import { checkFile } from '../refresh/check-file.js'
import { hashFile } from '../refresh/files.js'
import { giveBack, toGiveBack } from '../refresh/give-back.js'
import { readReference } from '../refresh/reference.js'
import { currentRelease } from '../refresh/release.js'
import { Brought } from '../warehouse/brought.js'
import { knownIn } from '../warehouse/known-values.js'
import { Warehouse } from '../warehouse/warehouse.js'
import type { CommandSpec } from './command.js'

const verdicts: Record<Verdict, { zh: string; en: string }> = {
  accepted: { zh: '接受', en: 'accepted' },
  accepted_with_warnings: { zh: '接受（有提醒）', en: 'accepted with warnings' },
  partly_accepted: { zh: '部分接受', en: 'partly accepted' },
  refused: { zh: '退回', en: 'refused' },
}

/** `jiceng check`: what would happen to these files. */
export const check: CommandSpec = {
  name: 'check',
  summary: {
    zh: '检查报表文件会怎样被处理，逐格说明问题；不入库',
    en: 'say what would happen to these files, cell by cell; loads nothing',
  },
  examples: ['jiceng check 报表.xlsx', 'jiceng check inbox/*.csv --json', 'jiceng check 报表.xlsx --marked returned'],
  declare: (command, say) =>
    command.argument('<files...>', say({ zh: '报表文件', en: 'files of returns' })).option(
      '--marked <dir>',
      say({
        zh: '把标明问题的退回文件和回执写到这个目录',
        en: 'write marked copies and receipts into this folder',
      }),
    ),
  run: async ({ home, json, terminal }, options, files) => {
    const { regions } = await readReference(home.reference, topics)
    const datasets = topics.map(({ dataset }) => dataset)
    const results: Judged[] = []
    // What was published last is what the files are held against, as they will be when they are sent in.
    const current = await currentRelease(home)
    const release = current === null ? null : join(home.releases, current, 'warehouse.duckdb')
    const warehouse = release === null ? null : await Warehouse.open(release, { readOnly: true })
    const known = warehouse ? knownIn(warehouse, await Brought.read(warehouse)) : async () => new Map()
    try {
      for (const path of files) {
        terminal.progress({ zh: `检查 ${path}`, en: `checking ${path}` })
        await access(path, constants.R_OK).catch((cause) => {
          throw new Refusal({ zh: `读不到文件：${path}`, en: `cannot read file: ${path}` }, exitCodes.usage, { cause })
        })
        const result = await checkFile(path, { datasets, regions, known })
        results.push({ ...result, file_name: path })
        if (typeof options.marked !== 'string') continue
        const file = await toGiveBack(path)
        // Nothing was received: what stands for it is when the file was written last, as it is in the inbox.
        const { mtime, size } = await stat(path)
        const received_at = mtime.toISOString()
        const receipt = { sha256: await hashFile(path), file_name: file.name, received_at, bytes: size }
        await giveBackTo(options.marked, { file, receipt, result, trial: true }, { datasets, regions })
      }
    } finally {
      await warehouse?.close()
    }
    terminal.settle()
    if (typeof options.marked === 'string')
      terminal.note({
        zh: `退回文件和回执在：${options.marked}`,
        en: `marked copies and receipts are in: ${options.marked}`,
      })
    terminal.print(
      json
        ? JSON.stringify(results.map((result) => forMachines(result, terminal.lang)))
        : results.map((result) => forPeople(result, datasets, terminal.lang)).join('\n\n'),
    )
    const hasRejects = results.some(({ findings }) => findings.some(({ severity }) => severity === 'reject'))
    return hasRejects ? exitCodes.refused : exitCodes.ok
  },
}

async function giveBackTo(folder: string, judged: JudgedFile, context: ReturnContext): Promise<void> {
  try {
    await giveBack(folder, judged, context)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === undefined) throw cause
    const text = {
      zh: `写不进目录 ${folder}（${code}）：请换一个可写的目录`,
      en: `cannot write to folder ${folder} (${code}): name one that can be written to`,
    }
    throw new Refusal(text, exitCodes.usage, { cause })
  }
}

function forMachines(result: Judged, lang: Lang) {
  return {
    file: result.file_name,
    dataset: result.dataset,
    region_code: result.reporting_unit,
    period: result.period,
    verdict: result.verdict,
    rows: result.rows,
    findings: result.findings.map((finding) => ({ ...finding, message: finding.message[lang] })),
    conversions: result.conversions,
    formulas: result.formulas,
  }
}

function forPeople(result: Judged, datasets: readonly Dataset[], lang: Lang): string {
  const { file_name, verdict, rows, dataset, reporting_unit, period, findings } = result
  const about = [dataset, reporting_unit, period].filter((part) => part !== null).join(' ')
  const counts = {
    zh: `${rows.in} 行 = 入库 ${rows.loaded} + 退回 ${rows.rejected}`,
    en: `${rows.in} rows = ${rows.loaded} loaded + ${rows.rejected} rejected`,
  }[lang]
  const notes = notesOf(result, datasets).map((note) => `  · ${note[lang]}`)
  const lines = findings.map(({ severity, sheet, row, cell, message, explanation }) => {
    const sign = { reject: { zh: '✗ 退回', en: '✗ reject' }, warn: { zh: '! 提醒', en: '! warn' } }[severity][lang]
    const where = [sheet, cell ?? (row === null ? null : { zh: `第 ${row} 行`, en: `row ${row}` }[lang])].filter(
      (part) => part !== null,
    )
    const said =
      explanation === null ? '' : { zh: `（情况说明：${explanation}）`, en: ` (explained: ${explanation})` }[lang]
    return `  ${sign}  ${where.length > 0 ? `${where.join('!')}  ` : ''}${message[lang]}${said}`
  })
  return [`${file_name}`, `  ${verdicts[verdict][lang]}  ${about}  ${counts}`, ...lines, ...notes].join('\n')
}
