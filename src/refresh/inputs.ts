import type { Period } from '../domain/period.js'
import type { Intray } from './archive.js'
import { hashCode } from './code.js'
import { hashFiles } from './files.js'
import type { Home } from './home.js'
import { referenceFiles } from './reference.js'
import type { Manifest } from './release.js'

/** Everything that a release is a function of, as hashes. */
export async function inputsOf(home: Home, intray: Intray): Promise<Manifest['inputs']> {
  const tables: readonly string[] = [...referenceFiles, 'sample.json']
  return {
    submissions: intray.received.map(({ receipt }) => receipt.sha256),
    reference: await hashFiles(home.reference, (path) => tables.includes(path)).catch(() => ({})),
    code: await hashCode(),
  }
}

/** What a run asks for beyond the inputs. */
export interface Wish {
  period: Period | null
  site: boolean
}

/** True when the current release is already what these inputs and this wish would give. */
export function isSame(before: Manifest | null, inputs: Manifest['inputs'], wish: Wish): boolean {
  return (
    before !== null &&
    (before.site || !wish.site) &&
    (wish.period === null || wish.period === before.period) &&
    JSON.stringify(before.inputs) === JSON.stringify(inputs)
  )
}

/** True when nothing but received files differs from the release before. */
export function onlyFilesDiffer(before: Manifest | null, inputs: Manifest['inputs']): boolean {
  const rest = ({ reference, code }: Manifest['inputs']) => JSON.stringify([Object.entries(reference).sort(), code])
  return before !== null && rest(before.inputs) === rest(inputs)
}
