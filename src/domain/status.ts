import { z } from 'zod'

/**
 * Where a region stands on an indicator in a period, tried in this order: before the deadline, nothing came, too few units to
 * say, beyond the critical line, beyond the warning line, fine. Null in tables: no line is set for it.
 */
export const Status = z.enum(['not_due', 'not_reported', 'small_base', 'critical', 'warning', 'ok'])
export type Status = z.infer<typeof Status>

/** An alert is open until the value has been clear of the line for long enough; `withdrawn`: undone by a correction. */
export const AlertState = z.enum(['open', 'closed', 'withdrawn'])
export type AlertState = z.infer<typeof AlertState>

/**
 * What an alert does, the first that holds: ended one way or the other; nothing has come since; this is its first period; the value is
 * worse, better or the same as about a quarter before (three reported months, else one period; never from before it opened).
 */
export const AlertLife = z.enum(['closed', 'withdrawn', 'silent', 'opened', 'worsening', 'improving', 'steady'])
export type AlertLife = z.infer<typeof AlertLife>

/** How a reporting unit's return for a period came in. */
export const CompletenessState = z.enum(['on_time', 'late', 'missing', 'partly', 'not_due'])
export type CompletenessState = z.infer<typeof CompletenessState>
