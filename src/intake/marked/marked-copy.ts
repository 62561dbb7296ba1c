import { join } from 'node:path'
import { askChild, type ChildLimits } from '../ask-child.js'
import { isHeavy } from '../reading/workbook.js'
import { type JudgedFile, makeCopy, type ReturnContext } from './make-copy.js'

/** What marking a large file may take. */
const copyLimits: ChildLimits = { heapMegabytes: 700, seconds: 90 }

/** Text of this length and more is a sheet of some hundred thousand cells. */
const heavyText = 4 * 1024 * 1024

/**
 * The sender's own file with what was found in it marked, as an .xlsx file; null for a file that was accepted as it is. A large one
 * is marked in a process of its own: the writer holds all of a workbook, also the million rows that only have a format. When
 * that is too much, there is the index alone.
 */
export async function makeMarkedCopy(
  judged: JudgedFile,
  context: ReturnContext,
  limits = copyLimits,
): Promise<Uint8Array | null> {
  const { file, result } = judged
  if (result.verdict === 'accepted') return null
  if (file.bytes.length < heavyText && !isHeavy(file.bytes)) return makeCopy(judged, context)
  const regions = context.regions.filter(({ region_code }) => region_code === result.reporting_unit)
  const message = { judged, context: { datasets: context.datasets, regions } }
  const answer = await askChild(join(import.meta.dirname, 'marking-child.ts'), message, limits)
  return answer instanceof Uint8Array ? answer : makeCopy(judged, context, true)
}
