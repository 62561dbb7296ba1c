import { z } from 'zod'
import { Direction, IndicatorUnit } from './indicator.js'
import { Period } from './period.js'
import { RegionCode } from './region.js'
import { AlertState, CompletenessState, Status } from './status.js'
import { Verdict } from './submission.js'
import { Text } from './text.js'

const Sha = z.string().regex(/^[0-9a-f]{64}$/)

/** What a figure was, and the lines it was held against. Null = not reported / no line set. */
const StateFigure = z.object({
  region_code: RegionCode,
  indicator_id: z.string(),
  period: Period,
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  status: Status.nullable(),
  warning: z.number().nullable(),
  critical: z.number().nullable(),
})
export type StateFigure = z.infer<typeof StateFigure>

const StateAlert = z.object({
  alert_id: z.string(),
  region_code: RegionCode,
  indicator_id: z.string(),
  state: AlertState,
  opened_period: Period,
  latest_period: Period,
  latest_value: z.number(),
  latest_status: Status,
  closed_period: Period.nullable(),
})
export type StateAlert = z.infer<typeof StateAlert>

/** How a unit's return for a period had come in. */
const StateReturn = z.object({
  dataset: z.string(),
  reporting_unit: RegionCode,
  period: Period,
  /** The month with which the period ends. */
  last_month: Period,
  state: CompletenessState,
  /** The day of first receipt; null when nothing came. */
  received_on: z.iso.date().nullable(),
})
export type StateReturn = z.infer<typeof StateReturn>

/**
 * `extracts/state.json` of a release: what it says of the city and its counties, with the names to say it by, so that two releases
 * are compared without their warehouses, also when they were made by different code. Lists are in a fixed order.
 */
export const ReleaseState = z.object({
  release: z.string(),
  period: Period,
  as_of: z.iso.date(),
  /** sha256 of each reference table, by file name, and over the code. */
  reference: z.record(z.string(), Sha),
  code: Sha,
  /** Files ever received, by what became of them. */
  files: z.record(Verdict, z.int().nonnegative()),
  city: RegionCode,
  /** The city and the counties of today, by code. */
  regions: z.array(z.object({ region_code: RegionCode, region_name: z.string() })),
  /** In the order of the catalog. */
  indicators: z.array(
    z.object({
      id: z.string(),
      name: Text,
      unit: IndicatorUnit,
      direction: Direction,
      decimals: z.int(),
      headline: z.boolean(),
    }),
  ),
  datasets: z.array(z.object({ id: z.string(), title: Text })),
  /** Every indicator of every region at the period that pages show, by indicator, then region. */
  figures: z.array(StateFigure),
  /** Every alert there ever was of these regions, by id. */
  alerts: z.array(StateAlert),
  /** The returns of the month, and of the twelve months before those that did not come whole and on time. */
  returns: z.array(StateReturn),
})
export type ReleaseState = z.infer<typeof ReleaseState>
