import type { QualityData, QualityFile } from '../../src/domain/quality-data.js'
import { sayPeriod } from './period.js'
import type { View } from './view.js'

/** True for a file that a unit, a return and a period could be read from. */
export function isPlaced({ dataset, reporting_unit, period }: QualityFile): boolean {
  return dataset !== null && reporting_unit !== null && period !== null
}

/** True for a file of which something is still to be corrected or explained. */
export function isOpen(file: QualityFile): boolean {
  return !file.is_superseded && (file.verdict === 'refused' || file.to_correct + file.to_explain > 0)
}

/** The unit and the return of a file, as far as they are known. */
export function sayFile(file: QualityFile, view: View): { unit: string; title: string } {
  return {
    unit: file.reporting_unit ? view.name(file.reporting_unit) : view.say('quality.unknown_unit'),
    title: file.title ? view.pick(file.title) : view.say('quality.unknown_return'),
  }
}

/** Did everybody report, on time, and how good was it: the month in one sentence. */
export function sayReceived(data: QualityData, view: View): string {
  const period = sayPeriod(view.lang, view.site.period)
  if (data.cells.length === 0) return view.say('quality.received.none_due', { period }) + view.say('stop')
  const expected = data.cells.length
  const missing = data.cells.filter(({ state }) => state === 'missing').length
  const waiting = data.cells.filter(({ state }) => state === 'not_due').length
  const late = data.cells.filter(({ is_late }) => is_late).length
  const received = expected - missing - waiting
  const files = data.files.filter((file) => !file.is_superseded && isPlaced(file))
  const returned = files.filter(({ verdict }) => verdict === 'refused' || verdict === 'partly_accepted').length
  const sum = (key: 'to_correct' | 'to_explain' | 'explained') => files.reduce((total, file) => total + file[key], 0)
  const [toExplain, explained] = [sum('to_explain'), sum('explained')]
  return [
    view.say(received === expected ? 'quality.received.all' : 'quality.received', { period, expected, received }),
    late ? view.say('quality.late', { count: late }) : received ? view.say('quality.late.none') : '',
    waiting ? view.say('quality.not_due', { count: waiting }) : '',
    view.say('semicolon'),
    returned
      ? view.say('quality.returned', { files: returned, places: sum('to_correct') })
      : view.say('quality.returned.none'),
    toExplain ? view.say('quality.to_explain', { count: toExplain }) : '',
    explained ? view.say('quality.explained', { count: explained }) : '',
    view.say('stop'),
  ].join('')
}

/** What the sentence leaves out: who is missing, files nobody can place, and the rows that were read. */
export function sayMore(data: QualityData, view: View): string[] {
  const missing = data.returns.flatMap(({ dataset, title }) => {
    const names = data.cells.filter((cell) => cell.dataset === dataset && cell.state === 'missing')
    if (names.length === 0) return []
    const units = names.map(({ region_code }) => view.name(region_code)).join(view.say('list.comma'))
    return [`${view.pick(title)}${view.say('colon')}${units}`]
  })
  const current = data.files.filter(({ is_superseded }) => !is_superseded)
  const unplaced = current.filter((file) => !isPlaced(file)).length
  const rows = (key: keyof QualityFile['rows']) => current.reduce((total, file) => total + file.rows[key], 0)
  return [
    ...(missing.length ? [view.say('quality.missing', { list: missing.join(view.say('semicolon')) })] : []),
    ...(unplaced ? [view.say('quality.unplaced', { count: unplaced })] : []),
    view.say('quality.rows', { in: rows('in'), loaded: rows('loaded'), rejected: rows('rejected') }),
  ]
}
