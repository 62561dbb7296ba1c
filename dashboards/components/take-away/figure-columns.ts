import type { Figure, IndicatorMeta } from '../../../src/domain/page-data.js'
import type { Remarks } from '../history-words.js'
import type { FileView } from '../tools.js'
import { say } from './say.js'
import { type FileColumn, headOf } from './sheet.js'

type Column = FileColumn<Figure>

/** Figures in a file: every value in a column of its own; of several indicators, each line says which and its unit. */
export function figureColumns(view: FileView, indicator: IndicatorMeta | null, remarks: Remarks = () => []): Column[] {
  const metaOf = (row: Figure) => view.indicator(row.indicator_id)
  const unitOf = (meta: IndicatorMeta) => view.say(`axis.${meta.unit}`)
  const plain = (head: string, value: Column['value']): Column => ({ head, value })
  const measured = (head: string, value: Column['value']): Column => ({
    head: indicator ? headOf(head, unitOf(indicator)) : head,
    value,
    decimals: (row) => metaOf(row).decimals,
  })
  const gap = view.say('head.gap')
  const several = [
    plain(view.say('head.indicator'), (row) => view.pick(metaOf(row).name)),
    plain(view.say('head.unit'), (row) => unitOf(metaOf(row))),
  ]
  return [
    plain(view.say('head.region'), (row) => view.name(row.region_code)),
    plain(say(view, 'head.code'), (row) => row.region_code),
    ...(indicator ? [] : several),
    plain(view.say('head.period'), (row) => view.sayPeriod(view.lang, row.period)),
    measured(view.say('head.value'), (row) => row.value),
    plain(view.say('head.status'), (row) => view.say(`status.${row.status ?? 'no_line'}`)),
    plain(view.say('head.numerator'), (row) => row.numerator),
    plain(view.say('head.denominator'), (row) => row.denominator),
    plain(say(view, 'head.units_reported'), (row) => row.units_reported),
    plain(say(view, 'head.units_expected'), (row) => row.units_expected),
    measured(view.say('line.warning.name'), (row) => row.warning),
    measured(view.say('line.critical.name'), (row) => row.critical),
    measured(view.say('head.target'), (row) => row.target),
    plain(indicator ? headOf(gap, view.pick(indicator.gap_unit)) : gap, (row) => row.gap),
    ...(indicator ? [] : [plain(say(view, 'head.gap_unit'), (row) => view.pick(metaOf(row).gap_unit))]),
    plain(view.say('head.arrival'), (row) => (row.value === null ? null : view.sayArrival(view, row))),
    measured(say(view, 'head.previous_value'), (row) => row.previous?.value_before ?? null),
    measured(say(view, 'head.year_before_value'), (row) => row.year_before?.value_before ?? null),
    plain(say(view, 'head.remarks'), (row) => remarks(row).join(view.say('semicolon')) || null),
  ]
}
