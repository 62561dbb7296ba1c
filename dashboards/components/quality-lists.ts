import { html } from 'htl'
import type { QualityData, QualityFile, QualityRule } from '../../src/domain/quality-data.js'
import { cappedList, entry } from './capped-list.js'
import { sayNumber } from './number.js'
import { sayShortDay } from './period.js'
import { sayFile } from './quality-words.js'
import { statusShape } from './status.js'
import type { View } from './view.js'

const shown = 12

/** How often each rule was broken, in how many files, with one example. */
export function ruleList(rules: readonly QualityRule[], view: View): HTMLElement {
  return cappedList(rules, shown, (rule) => entry(ruleHead(rule, view), view.pick(rule.example)), view)
}

function ruleHead({ severity, count, files, explained }: QualityRule, view: View): Node {
  const isWrong = severity === 'reject'
  const isSettled = !isWrong && explained === count
  const words = [
    view.say('quality.rule.files', { count: files }),
    explained ? view.say('quality.rule.explained', { count: explained }) : '',
  ]
  const open = count - explained
  return html`<span>${
    isSettled
      ? html`<span class="mark ok">${statusShape('ok')}${view.say('quality.rule.count', { count })}</span>`
      : html`<span class=${`mark ${isWrong ? 'critical' : 'warning'}`}>${statusShape(isWrong ? 'refused' : 'accepted_with_warnings')}${view.say(`quality.${severity}`, { count: open })}</span>`
  } <small>${words.filter(Boolean).join(view.say('comma'))}</small></span>`
}

/** What was asked, and what the sender said to it. */
export function explanationList(data: QualityData, view: View): HTMLElement {
  const fileOf = fileBy(data)
  const total = data.files.reduce((sum, file) => sum + (file.is_superseded ? 0 : file.explained), 0)
  const unlisted = total - data.explanations.length
  const list = cappedList(
    data.explanations,
    shown,
    (each) =>
      entry(
        fileHead(fileOf(each.submission_id), each.cell, view),
        html`<div><p class="said">${each.explanation}</p><p class="note">${view.pick(each.message)}</p></div>`,
      ),
    view,
  )
  const note =
    unlisted > 0 ? html`<p class="note">${view.say('quality.explanations.unlisted', { count: unlisted })}</p>` : null
  return html`<div>${list}${note}</div>`
}

/** Columns that were written in another unit than they are stored in. */
export function conversionList(data: QualityData, view: View): HTMLElement {
  const fileOf = fileBy(data)
  return cappedList(
    data.conversions,
    shown,
    (each) =>
      entry(
        fileHead(fileOf(each.submission_id), each.cell, view),
        view.say('quality.conversion', {
          header: view.pick(each.header),
          stated: each.stated,
          unit: view.pick(each.unit),
          factor: sayNumber(view.lang, each.factor, Number.isInteger(each.factor) ? 0 : 4),
        }),
      ),
    view,
  )
}

/** The files that came after another about the same return, unit and period, and what that changed. */
export function correctionList(data: QualityData, view: View): HTMLElement {
  const fileOf = fileBy(data)
  return cappedList(
    correctionsIn(data),
    shown,
    (file) => {
      const before = fileOf(file.follows ?? '')
      const isRefused = file.verdict === 'refused'
      const wasRefused = before?.verdict === 'refused'
      const key = wasRefused
        ? isRefused
          ? 'quality.correction.refused_again'
          : 'quality.correction.again'
        : isRefused
          ? 'quality.correction.refused'
          : 'quality.correction'
      const day = sayShortDay(view.lang, file.received_on)
      const words = view.say(key, { day, before: before ? sayShortDay(view.lang, before.received_on) : '' })
      return entry(
        fileHead(file, null, view),
        html`<div>${words}<p class="note">${before?.file_name} → ${file.file_name}</p></div>`,
      )
    },
    view,
  )
}

/** The files that follow an earlier one. */
export function correctionsIn({ files }: QualityData): QualityFile[] {
  return files.filter(({ follows }) => follows !== null)
}

function fileBy({ files }: QualityData): (id: string) => QualityFile | null {
  const byId = new Map(files.map((file) => [file.submission_id, file]))
  return (id) => byId.get(id) ?? null
}

/** Whose it is, of which return, when it came and which cell it is about. */
function fileHead(file: QualityFile | null, cell: string | null, view: View): Node | string {
  if (!file) return view.say('dash')
  const { unit, title } = sayFile(file, view)
  const more = [title, sayShortDay(view.lang, file.received_on), cell].filter(Boolean).join(view.say('comma'))
  return html`<span><b>${unit}</b><small class="remark">${more}</small></span>`
}
