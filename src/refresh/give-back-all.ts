import { basename, join } from 'node:path'
import { isPeriod } from '../domain/period.js'
import { receivedOn } from '../domain/submission.js'
import type { ReturnContext } from '../intake/marked/make-copy.js'
import type { Received } from './archive.js'
import { giveBack, toGiveBack } from './give-back.js'
import type { Home } from './home.js'
import type { TakenIn } from './take-in-all.js'

/**
 * Writes what goes back to the senders of the files that are new: below `returned/` a folder for each period, in it the folders and
 * names of the inbox. One file at a time is in memory. Returns the folder; null when nothing was new.
 */
export async function giveBackAll(
  home: Home,
  fresh: readonly TakenIn[],
  received: readonly Received[],
  context: ReturnContext,
): Promise<string | null> {
  const paths = new Map(received.map(({ receipt, path }) => [receipt.sha256, path]))
  for (const { receipt, result } of fresh) {
    const path = paths.get(receipt.sha256)
    if (path === undefined) continue
    const file = await toGiveBack(path, basename(receipt.file_name))
    // A file about several periods, or about none that is known, lies under the month in which it came.
    const period = result.period !== null && isPeriod(result.period) ? result.period : receivedOn(receipt).slice(0, 7)
    await giveBack(join(home.returned, period), { file, receipt, result }, context)
  }
  return fresh.length === 0 ? null : home.returned
}
