import type { Period } from '../../src/domain/period.js'
import { type SampleFile, utf8 } from './sample-file.js'

const firstReceived = '2018-02-05T02:00:00Z'
/** The last year whose figures the first file can hold. */
const firstUntil = '2017'

/**
 * The published national figures as files of the inbox. A return about a year that has not begun is refused, so what is later than
 * the first file's receipt comes in a second one, at the start of the sample's last year.
 * @param table `national.csv`: one line a figure, beginning with its year, no quotes
 */
export function nationalFiles(table: Uint8Array, to: Period): SampleFile[] {
  const [heading = '', ...lines] = new TextDecoder().decode(table).trimEnd().split('\n')
  const lastYear = to.slice(0, 4)
  const yearOf = (line: string) => line.slice(0, 4)
  const file = (path: string, received_at: string, kept: readonly string[]): SampleFile[] =>
    kept.length === 0 ? [] : [{ path, bytes: utf8(`${[heading, ...kept].join('\n')}\n`), received_at }]
  return [
    ...file(
      'inbox/全国公开数据.csv',
      firstReceived,
      lines.filter((line) => yearOf(line) <= firstUntil),
    ),
    ...file(
      'inbox/全国公开数据_续.csv',
      `${lastYear}-01-08T02:00:00Z`,
      lines.filter((line) => yearOf(line) > firstUntil && yearOf(line) < lastYear),
    ),
  ]
}
