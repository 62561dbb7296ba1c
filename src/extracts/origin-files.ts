import type { FigureOrigin, OriginFile, OriginNode, OriginRow } from '../domain/figure-origin.js'
import { inList } from '../warehouse/in-list.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { shownName } from './shown-name.js'

/** The received files that figures and rows speak of. `mask` hides personal numbers in their names. */
export async function originFiles(
  warehouse: Warehouse,
  figures: readonly FigureOrigin[],
  rows: ReadonlyMap<string, OriginRow>,
  mask: (text: string) => string,
): Promise<Record<string, OriginFile>> {
  const spoken = new Set(figures.flatMap(({ region }) => submissionsIn(region, rows)))
  const files = await warehouse.query<OriginFile>(
    `select submission_id, file_name, received_on, verdict, period, rows_rejected from raw.submissions
     where submission_id in ${inList(1)} order by seq`,
    [[...spoken].join(',')],
  )
  return Object.fromEntries(
    files.map((file) => [file.submission_id, { ...file, file_name: shownName(file.file_name, mask) }]),
  )
}

/** The files that a region's part of a figure speaks of. */
export function submissionsIn(node: OriginNode, rows: ReadonlyMap<string, OriginRow>): string[] {
  const own = node.rows.flatMap((key) => {
    const row = rows.get(key)
    if (row === undefined) return []
    const earlier = row.cells.flatMap(({ remarks }) =>
      remarks.flatMap((remark) => (remark.kind === 'earlier' ? [remark.submission_id] : [])),
    )
    return [row.submission_id, ...earlier]
  })
  return [
    ...(node.submission_id === null ? [] : [node.submission_id]),
    ...node.ranges.map(({ submission_id }) => submission_id),
    ...own,
    ...node.children.flatMap((child) => submissionsIn(child, rows)),
  ]
}
