import { describe, expect, test } from 'vitest'
import type { ReleaseState } from '../../src/domain/release-state.js'
import { diffStates } from '../../src/extracts/diff-states.js'
import { alert, figure, later, missing, state } from './states.js'

describe('figures', () => {
  const kinds = (from: Partial<ReleaseState>, to: Partial<ReleaseState>) =>
    diffStates(state(from), later(to)).figures.map(({ kind, after }) => [kind, after.region_code])

  test('of another period moved on, of the same period were revised, with another status judged otherwise', () => {
    expect(kinds({ figures: [figure()] }, { figures: [figure({ period: '2026-10' })] })).toEqual([['moved', '990100']])
    expect(kinds({ figures: [figure()] }, { figures: [figure({ value: 83.2 })] })).toEqual([['revised', '990100']])
    // The rate may stay while both of its parts change.
    const parts = figure({ numerator: 8310, denominator: 10_000 })
    expect(kinds({ figures: [figure()] }, { figures: [parts] })).toEqual([['revised', '990100']])
    expect(kinds({ figures: [figure()] }, { figures: [figure({ status: 'warning' })] })).toEqual([['judged', '990100']])
    expect(kinds({ figures: [figure()] }, { figures: [figure()] })).toEqual([])
  })

  test('are told of the city first', () => {
    const both = (period: string) => [figure({ region_code: '990101', period }), figure({ period })]
    expect(kinds({ figures: both('2026-09') }, { figures: both('2026-10') })).toEqual([
      ['moved', '990100'],
      ['moved', '990101'],
    ])
  })
})

describe('alerts', () => {
  const kinds = (from: ReturnType<typeof alert>[], to: ReturnType<typeof alert>[], but: Partial<ReleaseState> = {}) =>
    diffStates(state({ alerts: from }), later({ alerts: to, ...but })).alerts.map((change) => [
      change.kind,
      change.alert.alert_id,
    ])
  const id = alert().alert_id

  test('open, close, and get worse', () => {
    expect(kinds([], [alert()])).toEqual([['opened', id]])
    expect(kinds([alert({ state: 'closed', closed_period: '2026-08' })], [alert()])).toEqual([['opened', id]])
    expect(kinds([alert()], [alert({ state: 'closed', closed_period: '2026-10' })])).toEqual([['closed', id]])
    expect(kinds([alert()], [alert({ latest_status: 'critical' })])).toEqual([['worse', id]])
    expect(kinds([alert({ latest_status: 'ok' })], [alert()])).toEqual([['worse', id]])
    expect(kinds([alert({ latest_status: 'critical' })], [alert()])).toEqual([])
    expect(kinds([alert()], [alert({ latest_value: 65 })])).toEqual([])
  })

  test('that are no more were withdrawn, never closed', () => {
    expect(kinds([alert()], [])).toEqual([['withdrawn', id]])
    expect(kinds([alert()], [alert({ state: 'withdrawn' })])).toEqual([['withdrawn', id]])
    // Withdrawn and opened anew under the same id: nothing changed.
    expect(kinds([alert()], [alert(), alert({ state: 'withdrawn' })])).toEqual([])
  })

  test('that a correction dated otherwise are the same alert', () => {
    const august = alert({ opened_period: '2026-08' })
    expect(kinds([alert()], [august])).toEqual([['redated', august.alert_id]])
    // One that began only after the old one had its last figure is another one.
    const october = alert({ opened_period: '2026-10', latest_period: '2026-10' })
    expect(kinds([alert()], [october])).toEqual([
      ['opened', october.alert_id],
      ['withdrawn', id],
    ])
    const closed = alert({ opened_period: '2026-06', state: 'closed', closed_period: '2026-09' })
    expect(kinds([alert()], [closed])).toEqual([['closed', closed.alert_id]])
  })

  test('end with their region or indicator', () => {
    expect(kinds([alert()], [], { regions: [] })).toEqual([['gone', id]])
    expect(kinds([alert()], [], { indicators: [] })).toEqual([['gone', id]])
  })
})

describe('returns', () => {
  const between = (from: ReturnType<typeof missing>[], to: ReturnType<typeof missing>[]) => {
    const { came, missing: still } = diffStates(state({ returns: from }), later({ returns: to }))
    return {
      came: came.map((change) => [change.state, change.received_on]),
      still: still.map(({ period, reporting_unit }) => [period, reporting_unit]),
    }
  }

  test('that came late, whole or in part', () => {
    const late = missing({ state: 'late', received_on: '2026-10-20' })
    expect(between([missing()], [late])).toEqual({ came: [['late', '2026-10-20']], still: [] })
    const partly = missing({ state: 'partly', received_on: '2026-10-20' })
    expect(between([missing()], [partly])).toEqual({ came: [['partly', '2026-10-20']], still: [['2026-09', '990101']] })
    expect(between([partly], [late]).came).toEqual([['late', '2026-10-20']])
    expect(between([partly], [partly]).came).toEqual([])
  })

  test('a later state is silent on what came whole and on time, and on what is a year old', () => {
    expect(between([missing({ state: 'not_due' })], []).came).toEqual([['on_time', null]])
    const old = missing({ period: '2025-09', last_month: '2025-09' })
    expect(between([old], []).came).toEqual([])
  })

  test('that are still missing, the latest month first', () => {
    const october = missing({ period: '2026-10', last_month: '2026-10' })
    expect(between([missing()], [missing(), october])).toEqual({
      came: [],
      still: [
        ['2026-10', '990101'],
        ['2026-09', '990101'],
      ],
    })
  })
})

test('files, lines, tables, code, regions and indicators that differ are named', () => {
  const line = (region_code: string, warning: number | null) => figure({ region_code, warning })
  const from = state({ figures: [line('990100', 70), line('990101', 70), line('990102', 60)] })
  const to = later({
    figures: [line('990100', 75), line('990101', 75), line('990102', 60)],
    files: { accepted: 6, accepted_with_warnings: 0, partly_accepted: 0, refused: 1 },
    reference: { 'regions.csv': 'a'.repeat(64), 'thresholds.csv': 'd'.repeat(64), 'corrections.csv': 'e'.repeat(64) },
    code: 'f'.repeat(64),
    regions: [...from.regions.slice(0, 2), { region_code: '990103', region_name: '丙区' }],
    indicators: from.indicators.slice(0, 1),
  })
  const difference = diffStates(from, to)
  expect(difference.lines).toEqual([
    { indicator_id: 'covered_pct', line: 'warning', before: 70, after: 75, regions: 2 },
  ])
  expect(difference.files).toEqual({ accepted: 2, accepted_with_warnings: 0, partly_accepted: 0, refused: 1 })
  expect(difference.reference).toEqual(['corrections.csv', 'thresholds.csv'])
  expect(difference.code).toBe(true)
  expect(difference.regions).toEqual({ added: ['990103'], gone: ['990102'] })
  expect(difference.indicators).toEqual({ added: [], gone: ['arrears_pct'] })
})
