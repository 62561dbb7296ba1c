import type { ReleaseState, StateAlert, StateFigure, StateReturn } from '../../src/domain/release-state.js'

/** What may be said otherwise of a state, a figure, an alert or a return of the tests. */
type But<Whole> = Partial<Whole>

/** A city of two counties, 甲区 and 乙县, that reports one rate; September 2026. */
export function state(but: But<ReleaseState> = {}): ReleaseState {
  return {
    release: '2026-09-1',
    period: '2026-09',
    as_of: '2026-10-10',
    reference: { 'regions.csv': 'a'.repeat(64), 'thresholds.csv': 'b'.repeat(64) },
    code: 'c'.repeat(64),
    files: { accepted: 4, accepted_with_warnings: 0, partly_accepted: 0, refused: 0 },
    city: '990100',
    regions: [
      { region_code: '990100', region_name: '小城市' },
      { region_code: '990101', region_name: '甲区' },
      { region_code: '990102', region_name: '乙县' },
    ],
    indicators: [
      {
        id: 'covered_pct',
        name: { zh: '覆盖率', en: 'Coverage' },
        unit: 'pct',
        direction: 'higher_is_better',
        decimals: 1,
        headline: false,
      },
      {
        id: 'arrears_pct',
        name: { zh: '拖欠比例', en: 'Arrears' },
        unit: 'pct',
        direction: 'lower_is_better',
        decimals: 1,
        headline: true,
      },
    ],
    datasets: [{ id: 'coverage', title: { zh: '覆盖表', en: 'Coverage return' } }],
    figures: [],
    alerts: [],
    returns: [],
    ...but,
  }
}

/** The state a month later, with the same of everything that is not said. */
export function later(but: But<ReleaseState> = {}): ReleaseState {
  return state({ release: '2026-10-1', period: '2026-10', as_of: '2026-11-10', ...but })
}

/** 83.1 % of 1,000 in the city. */
export function figure(but: But<StateFigure> = {}): StateFigure {
  return {
    region_code: '990100',
    indicator_id: 'covered_pct',
    period: '2026-09',
    value: 83.1,
    numerator: 831,
    denominator: 1000,
    status: 'ok',
    warning: 70,
    critical: 60,
    ...but,
  }
}

/** An alert of 甲区, open since July. */
export function alert(but: But<StateAlert> = {}): StateAlert {
  const whole = {
    region_code: '990101',
    indicator_id: 'covered_pct',
    state: 'open' as const,
    opened_period: '2026-07',
    latest_period: '2026-09',
    latest_value: 66,
    latest_status: 'warning' as const,
    closed_period: null,
    ...but,
  }
  return { alert_id: `${whole.indicator_id}:${whole.region_code}:${whole.opened_period}`, ...whole }
}

/** A return of 甲区 for September that has not come. */
export function missing(but: But<StateReturn> = {}): StateReturn {
  return {
    dataset: 'coverage',
    reporting_unit: '990101',
    period: '2026-09',
    last_month: '2026-09',
    state: 'missing',
    received_on: null,
    ...but,
  }
}
