import type { Sheet } from 'hucre/xlsx'

/** A sheet as it goes into a copy: without the parts that keep figures of their own, such as charts and pivot tables. */
export type CopySheet = Omit<Sheet, 'charts' | 'pivotTables' | 'slicers' | 'timelines' | 'threadedComments' | 'a11y'>

/** The sheet without those parts. */
export function copySheetOf(sheet: Sheet): CopySheet {
  const { charts, pivotTables, slicers, timelines, threadedComments, a11y, ...kept } = sheet
  return kept
}
