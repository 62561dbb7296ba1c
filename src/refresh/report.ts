import { monthOfReceipt, type Period } from '../domain/period.js'
import type { Verdict } from '../domain/submission.js'
import type { Lang, Text } from '../domain/text.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import type { TakenIn } from './take-in-all.js'

/** What a refresh did: the object that `jiceng refresh --json` prints. */
export interface RefreshReport {
  /** The release that was made, or that already is what was asked for; in a dry run the one that readers see. Null when there is none. */
  release: string | null
  /** The release that readers see after the run; null when there is none. */
  current: string | null
  /** False when nothing was new, or in a dry run. */
  published: boolean
  /** True when a release already is what these inputs give. */
  nothing_new: boolean
  /** A release that a run which died had made, and that this one pointed readers to; null when there was none. */
  finished: string | null
  /** Releases that were beyond what is kept. */
  removed: string[]
  period: Period
  /** Files that the current release did not know yet, by verdict, and inbox files that were already known. */
  submissions: {
    received: number
    accepted: number
    with_warnings: number
    partly: number
    refused: number
    already_known: number
  }
  rows: { in: number; loaded: number; rejected: number }
  /** Alerts of the city and its counties: open now, opened or closed in the period, or withdrawn when its returns came in. */
  alerts: { open: number; opened: number; closed: number; withdrawn: number }
  audits: { run: number; failed: number }
  /** The new files of which something was not loaded, with the first reasons: what somebody has to send again. */
  returned: ReturnedFile[]
  /** The folder with the receipts of the new files and the marked copies of those that were not accepted; null when there are none. */
  returned_in: string | null
  seconds: number
}

/** What the making of a release can say of itself. */
export type Made = Omit<RefreshReport, 'current' | 'finished' | 'removed' | 'seconds'>

/** A file of which all or a part was refused. */
export interface ReturnedFile {
  file_name: string
  verdict: Verdict
  rows_rejected: number
  reasons: Text[]
  /** True when a later file of the same return, unit and period was accepted: nobody has to send anything. */
  replaced: boolean
}

/** How many reasons are told of each file; all of them are in `raw.rejects`. */
const reasonsTold = 3

/** The files of which something was refused: what somebody has to send again, if it was not sent already. `taken` in the order of receipt. */
export function returnedFiles(taken: readonly TakenIn[]): ReturnedFile[] {
  return taken
    .filter(({ result }) => result.verdict === 'refused' || result.verdict === 'partly_accepted')
    .map(({ receipt, result }) => ({
      replaced: isReplaced({ receipt, result }, taken),
      file_name: receipt.file_name,
      verdict: result.verdict,
      rows_rejected: result.rows.rejected,
      reasons: result.findings
        .filter(({ severity }) => severity === 'reject')
        .slice(0, reasonsTold)
        .map(({ message }) => message),
    }))
}

function isReplaced({ receipt, result }: Pick<TakenIn, 'receipt' | 'result'>, taken: readonly TakenIn[]): boolean {
  const at = taken.findIndex((one) => one.receipt.sha256 === receipt.sha256)
  const { dataset, reporting_unit, period } = result
  return taken
    .slice(at + 1)
    .some(
      ({ result: later }) =>
        dataset !== null &&
        reporting_unit !== null &&
        later.dataset === dataset &&
        later.reporting_unit === reporting_unit &&
        later.period === period &&
        later.rows.loaded > 0,
    )
}

/** One line a file: its name, and why. */
export function sayReturned(files: readonly ReturnedFile[], lang: Lang): string {
  const stop = lang === 'zh' ? '；' : '; '
  return files
    .map(({ file_name, reasons, replaced }) => {
      const note = replaced ? { zh: '（已由后来的更正件替代）', en: ' (replaced by a later file)' }[lang] : ''
      return `  ${file_name}${note}: ${reasons.map((reason) => reason[lang]).join(stop)}`
    })
    .join('\n')
}

/** A line that names the folder of what goes back to the senders; nothing when there is none. */
export function sayReturnedIn(folder: string | null): Text {
  if (folder === null) return { zh: '', en: '' }
  return { zh: `\n退回文件和回执在：${folder}`, en: `\nmarked copies and receipts are in: ${folder}` }
}

/** Counts files by verdict and their rows. */
export function countTakenIn(taken: readonly TakenIn[]): Pick<RefreshReport, 'rows'> & {
  submissions: Omit<RefreshReport['submissions'], 'already_known'>
} {
  const having = (verdict: Verdict) => taken.filter(({ result }) => result.verdict === verdict).length
  const total = (part: 'in' | 'loaded' | 'rejected') => taken.reduce((sum, { result }) => sum + result.rows[part], 0)
  return {
    submissions: {
      received: taken.length,
      accepted: having('accepted'),
      with_warnings: having('accepted_with_warnings'),
      partly: having('partly_accepted'),
      refused: having('refused'),
    },
    rows: { in: total('in'), loaded: total('loaded'), rejected: total('rejected') },
  }
}

/** Counts the alerts of the city and its counties as of the period. */
export async function countAlerts(warehouse: Warehouse, period: Period): Promise<RefreshReport['alerts']> {
  const [counts] = await warehouse.query<RefreshReport['alerts']>(
    `select
       coalesce(sum(case when alerts.state = 'open' then 1 else 0 end), 0) as open,
       coalesce(sum(case when alerts.state = 'open' and opened.last_month = $1 then 1 else 0 end), 0) as opened,
       coalesce(sum(case when alerts.state = 'closed' and closed.last_month = $1 then 1 else 0 end), 0) as closed,
       coalesce(sum(case when alerts.state = 'withdrawn' and strftime(alerts.withdrawn_on, '%Y-%m') = $2 then 1 else 0 end), 0) as withdrawn
     from marts.alerts
     inner join raw.indicators on indicators.indicator_id = alerts.indicator_id
     left join raw.calendar as opened on opened.dataset = indicators.dataset and opened.period = alerts.opened_period
     left join raw.calendar as closed on closed.dataset = indicators.dataset and closed.period = alerts.closed_period
     where alerts.region_level in ('province', 'prefecture', 'county')`,
    [period, monthOfReceipt(period)],
  )
  return counts ?? { open: 0, opened: 0, closed: 0, withdrawn: 0 }
}
