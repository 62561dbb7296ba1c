import type { Finding } from '../../domain/reject.js'

/** Codes of findings that refuse a row only because it is hard to believe. */
const believable = new Set(['magnitude'])

/** True for a finding that the sender's own words (情况说明) can settle: only these have room for them in the index. */
export function isExplainable({ severity, code }: Pick<Finding, 'severity' | 'code'>): boolean {
  return severity === 'warn' || believable.has(code)
}
