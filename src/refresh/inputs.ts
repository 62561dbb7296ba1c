import type { Period } from '../domain/period.js'
import type { Received } from './archive.js'
import { hashCode } from './code.js'
import type { Home } from './home.js'
import { hashReference } from './reference-archive.js'
import type { Manifest } from './release.js'

/** What the figures of a release are a function of, as hashes. */
export type Sources = Omit<Manifest['inputs'], 'previous'>

/** The sources as they are now. */
export async function sourcesOf(home: Home, received: readonly Received[]): Promise<Sources> {
  return {
    submissions: received.map(({ receipt }) => receipt.sha256),
    reference: await hashReference(home),
    code: await hashCode(),
  }
}

/** What a run asks for beyond the sources. */
export interface Wish {
  period: Period | null
  /** Null: up to the last receipt; a release that already counts a later day is as good. */
  as_of: string | null
  site: boolean
}

/** True when a release is already what these sources and this wish would give. */
export function isSame(before: Manifest, sources: Sources, wish: Wish): boolean {
  return (
    (before.site || !wish.site) &&
    (wish.period === null || wish.period === before.period) &&
    (wish.as_of === null || wish.as_of === before.as_of) &&
    JSON.stringify(before.inputs.submissions) === JSON.stringify(sources.submissions) &&
    onlyFilesDiffer(before, sources)
  )
}

/** True when nothing but received files differs from the release before. */
export function onlyFilesDiffer(before: Manifest | null, sources: Sources): boolean {
  const rest = ({ reference, code }: Sources) => JSON.stringify([Object.entries(reference).sort(), code])
  return before !== null && rest(before.inputs) === rest(sources)
}
