import { z } from 'zod'
import { Period } from './period.js'
import { RegionCode } from './region.js'

/** The hidden sheet that our own workbooks carry: a key and a value in each row. */
export const stampSheet = '_jiceng'

/** What one of our own workbooks says of itself: which return of which region and period it is, and what it was made as. */
export const Stamp = z.strictObject({
  /** A return to fill in, or a marked copy of one that was sent in. */
  kind: z.enum(['template', 'marked']),
  /** Of the layout, so that an old one can be told from a new one. */
  version: z.string().min(1),
  /** Empty in a marked copy of a file that could not be understood. */
  dataset: z.string().optional(),
  region_code: RegionCode.optional(),
  period: Period.optional(),
  /** Of the file that was marked; a template has none until it is. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})
export type Stamp = z.infer<typeof Stamp>

/** The stamp in rows of keys and values; null when they are not one, for then it is somebody's own hidden sheet. */
export function readStamp(rows: readonly (readonly [key: string, value: string])[]): Stamp | null {
  const read = Stamp.safeParse(Object.fromEntries(rows.filter(([key, value]) => key !== '' && value !== '')))
  return read.success ? read.data : null
}
