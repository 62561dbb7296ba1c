import { html, svg } from 'htl'
import type { CompletenessState, Status } from '../../src/domain/status.js'
import type { Verdict } from '../../src/domain/submission.js'
import type { TaskState } from '../../src/domain/task-data.js'
import type { Lang } from '../../src/domain/text.js'
import { t } from './messages.js'

/** A status, or `no_line` where no threshold is set; how a return came in; what became of a file, or of a line of the three lists. */
export type Mark = Status | 'no_line' | CompletenessState | Verdict | TaskState

/** The shapes, so that a status is told apart without its colour. */
const shapes: Record<Mark, string> = {
  critical: 'disc',
  warning: 'triangle',
  ok: 'tick',
  small_base: 'diamond',
  not_reported: 'ring',
  not_due: 'dots',
  no_line: 'dash',
  on_time: 'tick',
  late: 'triangle',
  partly: 'half',
  missing: 'ring',
  accepted: 'tick',
  accepted_with_warnings: 'triangle',
  partly_accepted: 'half',
  refused: 'disc',
  open: 'half',
  overdue: 'triangle',
  settled: 'tick',
  unproven: 'disc',
  done: 'tick',
}

const paths: Record<string, string> = {
  disc: 'M6 1.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6z',
  triangle: 'M6 .8L11.4 10.8H.6z',
  tick: 'M1.6 6.6L4.6 9.6L10.4 2.6',
  diamond: 'M6 1.2L10.8 6L6 10.8L1.2 6z',
  ring: 'M6 1.8a4.2 4.2 0 1 1 0 8.4a4.2 4.2 0 1 1 0-8.4z',
  dots: 'M1.8 6h.01M6 6h.01M10.2 6h.01',
  dash: 'M2.5 6h7',
  half: 'M6 1.8a4.2 4.2 0 1 1 0 8.4zM6 1.8a4.2 4.2 0 1 0 0 8.4',
}

const tones: Partial<Record<Mark, string>> = {
  critical: 'critical',
  missing: 'critical',
  refused: 'critical',
  warning: 'warning',
  late: 'warning',
  partly: 'warning',
  accepted_with_warnings: 'warning',
  partly_accepted: 'warning',
  ok: 'ok',
  on_time: 'ok',
  accepted: 'ok',
  overdue: 'warning',
  unproven: 'critical',
  settled: 'ok',
}

/** The colour class of a mark: only critical, warning and fine have a colour. */
export function toneOf(mark: Mark): string {
  return tones[mark] ?? 'quiet'
}

/** The shape of a status alone, for where the word stands beside it. */
export function statusShape(mark: Mark): SVGElement {
  const shape = shapes[mark]
  const isFilled = shape === 'disc' || shape === 'triangle'
  return svg`<svg class=${`shape ${shape}`} viewBox="0 0 12 12" width="11" height="11" aria-hidden="true" focusable="false"
    ><path d=${paths[shape]} fill=${isFilled ? 'currentColor' : 'none'} stroke="currentColor"
    stroke-width=${shape === 'dots' ? 2.4 : 1.6} stroke-linecap="round" stroke-linejoin="round" /></svg>`
}

/** Shape, word and colour of a status. */
export function statusMark(lang: Lang, mark: Mark | null): HTMLElement {
  const known = mark ?? 'no_line'
  return html`<span class=${`mark ${toneOf(known)}`} data-status=${known}>${statusShape(known)}${t(lang, `status.${known}`)}</span>`
}
