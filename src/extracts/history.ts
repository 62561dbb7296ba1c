import type { CorrectedFigure, FigureHistory, Revision } from '../domain/history-data.js'
import type { Figure } from '../domain/page-data.js'
import type { RegionCode } from '../domain/region.js'
import type { Topic } from '../domain/topic.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { correctedFigures } from './corrections.js'
import { grouped } from './grouped.js'
import { allRevisions } from './revisions.js'

/** On a page at most: it must not grow with the number of files that are sent again. The newest are kept. */
const kept = 300

/** What became of the figures of every region of today. */
export async function historyOf(warehouse: Warehouse, topics: readonly Topic[]): Promise<FigureHistory> {
  return { revisions: await allRevisions(warehouse), corrections: await correctedFigures(warehouse, topics) }
}

/** The history of a region and of those right below it, for any region: sorted once for all pages. */
export function historyOfPages(
  history: FigureHistory,
  parentOf: (code: RegionCode) => RegionCode | undefined,
): (code: RegionCode) => FigureHistory {
  const pages = ({ region_code }: { region_code: RegionCode }) => [region_code, parentOf(region_code) ?? region_code]
  const revisions = grouped(history.revisions, pages)
  const corrections = grouped(history.corrections, pages)
  return (code) => ({ revisions: revisions.get(code) ?? [], corrections: corrections.get(code) ?? [] })
}

/** The part of a history that is about the figures a page shows. */
export function historyPart(
  history: FigureHistory,
  isShown: (figure: Pick<Figure, 'region_code' | 'indicator_id' | 'period'>) => boolean,
): FigureHistory {
  const revisions = history.revisions.filter(isShown).slice(-kept)
  const corrections = history.corrections.flatMap((corrected): CorrectedFigure[] => {
    const { region_code, period } = corrected
    const indicator_ids = corrected.indicator_ids.filter((indicator_id) =>
      isShown({ region_code, period, indicator_id }),
    )
    return indicator_ids.length === 0 ? [] : [{ ...corrected, indicator_ids }]
  })
  return { revisions: revisions.map(plainRevision), corrections }
}

function plainRevision({ region_code, indicator_id, period, received_on, before, after }: Revision): Revision {
  return { region_code, indicator_id, period, received_on, before, after }
}
