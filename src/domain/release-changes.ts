import type { Period } from './period.js'
import type { RegionCode } from './region.js'
import type { Status } from './status.js'
import type { Text } from './text.js'

/** `changes.json`, and what `release diff` says: what changed since another release, in words, the counts first. */
export interface ReleaseChanges {
  /** The release it is compared with; null when there is none, and nothing to say. */
  previous: { release: string; period: Period; as_of: string } | null
  /** Half a minute's reading: what changed, in up to five sentences. */
  summary: Text[]
  groups: ChangeGroup[]
}

/** What belongs together; without sections when nothing of it changed. */
export interface ChangeGroup {
  id: 'figures' | 'alerts' | 'returns' | 'basis'
  sections: ChangeSection[]
}

/** Changes of one kind. */
export interface ChangeSection {
  /** With the count. */
  title: Text
  lines: ChangeLine[]
  /** How many more there are than are listed. */
  unlisted: number
}

export interface ChangeLine {
  /** The region that it is about; null when it is about none, or several. */
  region_code: RegionCode | null
  subject: Text
  said: Text
  /** How it stands now, where it stood otherwise before; else null. */
  status: Status | null
}
