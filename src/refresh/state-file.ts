import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ReleaseState } from '../domain/release-state.js'

/** Where a release keeps what it says, and what the release said that it is compared with. */
export const stateFile = join('extracts', 'state.json')
export const previousFile = join('extracts', 'previous.json')

/** A state as its file has it. */
export interface StateText {
  text: string
  state: ReleaseState
}

/** A state file of a release; null when it has none, or one that another version wrote which can no longer be read. */
export async function readState(folder: string, file = stateFile): Promise<StateText | null> {
  const text = await readFile(join(folder, file), 'utf8').catch(() => null)
  if (text === null) return null
  const parsed = ReleaseState.safeParse(JSON.parse(text))
  return parsed.success ? { text, state: parsed.data } : null
}
