import { kindByParts } from './file-kind.js'
import { ReadingProblem } from './problem.js'
import type { ZipEntry } from './zip-directory.js'

/** Refuses, by the names of its parts alone, a zip file that is no workbook, or one with macros or data connections in it. */
export function inspectParts(directory: ReadonlyMap<string, ZipEntry>, extension: string): void {
  const names = [...directory.keys()]
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/(^|\/)workbook\.bin$/i)) throw new ReadingProblem('old_workbook', { extension: '.xlsb' })
  if (has(/^Index\/.*\.iwa$|^Index\.zip$/)) throw new ReadingProblem('old_workbook', { extension: '.numbers' })
  if (has(/^content\.xml$/) && has(/^mimetype$/)) throw new ReadingProblem('old_workbook', { extension: '.ods' })
  if (!has(/^\[Content_Types\]\.xml$/i) || has(/^(word|ppt)\//))
    throw new ReadingProblem('not_a_workbook', { extension, kind: kindByParts(names) })
  if (has(/(^|\/)(vbaProject\.bin|macrosheets\/)/i)) throw new ReadingProblem('macros')
  if (has(/(^|\/)(connections\.xml|queryTables\/)/i)) throw new ReadingProblem('data_connection')
}
