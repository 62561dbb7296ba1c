import type { BulkSuspicion } from '../../domain/bulk.js'
import type { Dataset } from '../../domain/dataset.js'
import { columnsOf, type Formula, sourceOf } from '../../domain/formula.js'
import { checksOf } from '../checks/check-rows.js'
import { slippedUnits } from '../checks/slipped-units.js'
import type { MeasureColumn } from '../table/table.js'

/**
 * What may have to be asked about rows, as SQL: jumps, units that slipped, what other returns say. Each is true at least where the careful
 * check finds something, so that all others can be loaded unseen.
 */
export function suspicionsOf(dataset: Dataset, measures: readonly MeasureColumn[]): BulkSuspicion[] {
  const figures = measures.filter(({ column: { kind } }) => kind === 'count' || kind === 'amount' || kind === 'share')
  const own = (name: string) => `cast(r."${name}" as double)`
  const jumps = figures.flatMap(({ column: { name, jump_pct } }): BulkSuspicion[] => {
    if (jump_pct === null) return []
    const moved = `abs(${own(name)} - k0.value) / abs(k0.value) * 100 > cast('${jump_pct}' as double)`
    return [{ names: [`last.${name}`], condition: `case when k0.value <> 0 then ${moved} else false end` }]
  })
  const slips = figures.flatMap(({ column }): BulkSuspicion[] => {
    if (slippedUnits(column).length === 0) return []
    const value = own(column.name)
    // A hundred times is less than any of these units, whatever else counts as about the same.
    const ofLast = `${value} <= k0.value / 100 or ${value} >= k0.value * 100`
    const ofOthers = `${value} <= {middle:${column.name}} / 100`
    const condition = `case when not ${value} > 0 then false when k0.value > 0 then ${ofLast} else ${ofOthers} end`
    return [{ names: [`last.${column.name}`], condition }]
  })
  const checks = checksOf(dataset).flatMap(({ reach, formula }): BulkSuspicion[] => {
    if (reach !== 'known') return []
    const isOwn = (name: string) => sourceOf(name).from === 'row'
    const names = columnsOf(formula).filter((name) => !isOwn(name))
    const isThere = (name: string) => figures.some(({ column }) => column.name === name)
    if (columnsOf(formula).some((name) => isOwn(name) && !isThere(name))) return []
    const term = (name: string) => (isOwn(name) ? own(name) : `k${names.indexOf(name)}.value`)
    return [{ names, condition: `not (${holdsSql(formula, term)})` }]
  })
  return [...jumps, ...slips, ...checks]
}

/** A comparison as SQL, with the tolerance of `evaluate`. */
export function holdsSql({ left, operator, right }: Formula, term: (name: string) => string): string {
  const side = (sum: Formula['left']) => `(${sum.map((product) => product.map(term).join(' * ')).join(' + ')})`
  return operator === '='
    ? `abs(${side(left)} - ${side(right)}) < 0.005e0`
    : `${side(left)} <= ${side(right)} + 0.005e0`
}
