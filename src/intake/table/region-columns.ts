import type { Finding } from '../../domain/reject.js'
import { finding, type Place } from '../finding.js'
import { addressOf } from '../reading/grid.js'
import type { FoundTable, Heading } from './find-table.js'
import { type CommonHeading, type CommonRole, commonHeaders } from './known-headings.js'
import type { Table } from './table.js'

/** Where a heading stands. */
export function headingPlace(found: FoundTable, heading: Heading): Place {
  return { sheet: found.grid.sheet, row: found.headerRow, at: heading.at, original: heading.path.join('-') }
}

/** The columns that say which region and period a row is about, and why its figures are as they are. Two that say the same refuse the file. */
export function regionColumns(
  found: FoundTable,
  findings: Finding[],
): Pick<Table, 'code' | 'name' | 'parents' | 'period' | 'explanation'> {
  const common = found.headings.flatMap((heading) => {
    const { meaning } = heading
    return meaning && 'role' in meaning ? [{ heading, ...meaning }] : []
  })
  /** The first of them; a second one is a finding. */
  const single = (role: Exclude<CommonRole, 'ignored'>, all: readonly { heading: Heading }[]) => {
    const [first, second] = all
    if (first && second) {
      const values = { header: commonHeaders[role], first: addressOf(found.headerRow, first.heading.at) }
      const place = { ...headingPlace(found, second.heading), column: role, wholeFile: true }
      findings.push(finding('reject', 'duplicate_column', place, values))
    }
    return first?.heading.at ?? null
  }
  const of = (role: CommonRole) => common.filter((one) => one.role === role)
  const names = of('region_name')
  // The column for the return's own level names the row's region, else one without a level, else the lowest.
  const rank = ({ level }: CommonHeading) =>
    level === found.dataset.grain ? 9 : level === null ? 8 : ['county', 'township', 'village'].indexOf(level)
  const top = Math.max(...names.map(rank))
  return {
    code: single('region_code', of('region_code')),
    period: single('period', of('period')),
    explanation: single('explanation', of('explanation')),
    name: single(
      'region_name',
      names.filter((one) => rank(one) === top),
    ),
    parents: names.filter((one) => rank(one) !== top).map(({ heading }) => heading.at),
  }
}
