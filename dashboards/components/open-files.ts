import { html } from 'htl'
import type { QualityData, QualityFile, QualityReason } from '../../src/domain/quality-data.js'
import type { Verdict } from '../../src/domain/submission.js'
import { cappedList, rest } from './capped-list.js'
import { sayShortDay } from './period.js'
import { isOpen, sayFile } from './quality-words.js'
import { statusMark, statusShape } from './status.js'
import { unfolding } from './table.js'
import type { View } from './view.js'

const filesShown = 12
const reasonsShown = 3
const worst: Verdict[] = ['refused', 'partly_accepted', 'accepted_with_warnings', 'accepted']

/** The files that somebody has to act on, worst first, each with what to correct or explain, and why. */
export function openFiles(data: QualityData, view: View): HTMLElement {
  const files = data.files.filter(isOpen).sort(worstFirst)
  const inForce = (file: QualityFile) =>
    file.rows.loaded > 0
      ? null
      : data.files.findLast(
          (other) => other.submission_id !== file.submission_id && isSame(other, file) && other.rows.loaded > 0,
        )
  return cappedList(files, filesShown, (file) => openFile(file, inForce(file) ?? null, view), view)
}

function worstFirst(a: QualityFile, b: QualityFile): number {
  const places = (file: QualityFile) => file.to_correct + file.to_explain
  return worst.indexOf(a.verdict) - worst.indexOf(b.verdict) || places(b) - places(a)
}

function isSame(a: QualityFile, b: QualityFile): boolean {
  return (
    a.dataset === b.dataset &&
    a.period === b.period &&
    a.reporting_unit !== null &&
    a.reporting_unit === b.reporting_unit
  )
}

function openFile(file: QualityFile, inForce: QualityFile | null, view: View): HTMLElement {
  const { unit, title } = sayFile(file, view)
  const more = file.reasons.slice(reasonsShown)
  const reasons = (list: readonly QualityReason[]) =>
    html`<ul class="reasons">${list.map((one) => reason(one, view))}</ul>`
  const facts = [
    view.say('quality.file', { name: file.file_name, day: sayShortDay(view.lang, file.received_on) }),
    view.say('quality.file.rows', { ...file.rows }),
    inForce ? view.say('quality.still_in_force', { day: sayShortDay(view.lang, inForce.received_on) }) : '',
  ]
  return html`<article class="open-file" id=${`file-${file.submission_id}`}>
    <h3>${unit} <span class="open-title">${title}</span> ${statusMark(view.lang, file.verdict)}</h3>
    <p class="note">${facts.filter(Boolean).join(view.say('semicolon'))}</p>
    ${reasons(file.reasons.slice(0, reasonsShown))}
    ${
      more.length
        ? rest(
            view.say('quality.more_rules', {
              rules: more.length,
              places: more.reduce((total, { count }) => total + count, 0),
            }),
            () => reasons(more),
          )
        : null
    }
  </article>`
}

/** How many places break a rule, the sentence of the first, and the others behind it. */
function reason({ severity, count, places }: QualityReason, view: View): HTMLElement {
  const [first, ...others] = places
  const isWrong = severity === 'reject'
  const unlisted = count - places.length
  const list = () =>
    html`<div><ul class="places">${others.map(
      ({ sheet, message }) => html`<li>${view.pick(message)}${sheet ? html` <small>${sheet}</small>` : null}</li>`,
    )}</ul>${unlisted > 0 ? html`<p class="note">${view.say('quality.unlisted', { count: unlisted })}</p>` : null}</div>`
  return html`<li>
    <span class=${`mark ${isWrong ? 'critical' : 'warning'}`}>${statusShape(isWrong ? 'refused' : 'accepted_with_warnings')}${view.say(`quality.${severity}`, { count })}</span>
    <div>${first ? view.pick(first.message) : null}
      ${count > 1 ? unfolding(view.say('quality.more_places', { count: count - 1 }), list) : null}</div>
  </li>`
}
