import type { Finding } from '../../domain/reject.js'

/** True for a finding that the sender's own words (情况说明) can settle: only these have room for them in the index. */
export function isExplainable({ severity }: Pick<Finding, 'severity' | 'code'>): boolean {
  return severity === 'warn'
}
