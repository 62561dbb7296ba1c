import type { Alert } from '../../src/domain/alert-data.js'
import type { BriefFacts } from '../../src/domain/brief-facts.js'
import type { Figure, IndicatorMeta, RegionName } from '../../src/domain/page-data.js'

/** An indicator of the tests: a monthly rate of which more is better, with what a test wants to be different. */
export function indicator(changes: Partial<IndicatorMeta> = {}): IndicatorMeta {
  return {
    id: 'rate',
    dataset: 'coverage',
    return_title: { zh: '覆盖情况表', en: 'Coverage' },
    page: 'coverage',
    counts_within_year: false,
    frequency: 'M',
    grain: 'township',
    name: { zh: '覆盖率', en: 'Coverage' },
    short_name: { zh: '覆盖', en: 'Coverage' },
    unit: 'pct',
    direction: 'higher_is_better',
    decimals: 1,
    numerator: { zh: '已覆盖企业', en: 'firms covered' },
    denominator: { zh: '企业', en: 'firms' },
    part_words: null,
    meaning: { zh: '已覆盖企业占企业', en: 'firms covered of all firms' },
    gap_unit: { zh: '家', en: 'firms' },
    headline: true,
    ...changes,
  }
}

/** A figure of the city: 80.0 %, 79.7 a month and 82.5 a year before, line 75. */
export function figure(changes: Partial<Figure> = {}): Figure {
  return {
    region_code: '990100',
    indicator_id: 'rate',
    period: '2026-10',
    value: 80,
    numerator: 80,
    denominator: 100,
    units_expected: 4,
    units_reported: 4,
    status: 'ok',
    warning: 75,
    critical: 60,
    target: 100,
    gap: null,
    arrival_period: null,
    target_gap: null,
    target_arrival_period: null,
    pace: null,
    previous: since(79.7),
    year_before: since(82.5),
    ...changes,
  }
}

/** What a figure is held against. */
export function since(value_before: number): Figure['previous'] {
  return { value_before, from_numerator: null, from_denominator: null, from_units: null, is_same_units: true }
}

/** An open alert of 甲区. */
export function alert(changes: Partial<Alert> = {}): Alert {
  return {
    alert_id: 'rate:990101:2026-10',
    region_code: '990101',
    indicator_id: 'rate',
    state: 'open',
    life: 'opened',
    is_chronic: false,
    tasks: [],
    opened_period: '2026-10',
    worst_period: '2026-10',
    worst_value: 70,
    latest_period: '2026-10',
    latest_value: 70,
    closed_period: null,
    withdrawn_on: null,
    corrected_value: null,
    silent_periods: 0,
    latest_status: 'warning',
    gap: 12,
    arrival_period: '2027-03',
    target_gap: null,
    target_arrival_period: null,
    pace: 2.4,
    age_periods: 0,
    recent: [],
    recent_warning: [],
    warning: 75,
    ...changes,
  }
}

function region(region_code: string, region_name: string): RegionName {
  const region_level = region_code === '990100' ? ('prefecture' as const) : ('county' as const)
  return { region_code, region_name, short_name: region_name, region_level, region_class: null }
}

/** A city of three counties: 甲区 is below the line, 乙县 fine, 丙县 has not reported; a month ago 丙县 was below it as well. */
export function facts(changes: Partial<BriefFacts> = {}): BriefFacts {
  const ofCounty = (region_code: string, status: Figure['status'], value: number | null) =>
    figure({ region_code, status, value, previous: null, year_before: null })
  return {
    site: {
      sample: true,
      city: region('990100', '小城市'),
      period: '2026-10',
      release: '2026-10-1',
      as_of: '2026-11-10',
      indicators: [indicator()],
      counties: [region('990101', '甲区'), region('990102', '乙县'), region('990103', '丙县')],
    },
    returns: [{ dataset: 'coverage', title: { zh: '覆盖情况表', en: 'Coverage return' } }],
    overview: {
      counties: 3,
      critical: 1,
      critical_before: 2,
      warning: 1,
      opened: [alert()],
      closed: [],
      withdrawn: [],
      completeness: [
        {
          dataset: 'coverage',
          title: { zh: '覆盖情况表', en: 'Coverage return' },
          period: '2026-10',
          due_date: '2026-11-05',
          expected: 3,
          counts: { on_time: 1, late: 1, missing: 1, partly: 0, not_due: 0 },
          units: [
            { region_code: '990102', state: 'late', received_at: '2026-11-08T00:00:00Z' },
            { region_code: '990103', state: 'missing', received_at: null },
          ],
        },
      ],
    },
    figures: [
      figure(),
      ofCounty('990101', 'critical', 55.5),
      ofCounty('990102', 'ok', 90),
      ofCounty('990103', 'not_reported', null),
    ],
    before: [
      { region_code: '990101', indicator_id: 'rate', period: '2026-09', status: 'critical' },
      { region_code: '990102', indicator_id: 'rate', period: '2026-09', status: 'ok' },
      { region_code: '990103', indicator_id: 'rate', period: '2026-09', status: 'warning' },
    ],
    courses: [
      {
        indicator_id: 'rate',
        periods: ['2026-08', '2026-09', '2026-10'],
        warning: [75, 75, 75],
        values: [79, 79.7, 80],
      },
    ],
    open: [alert()],
    owners: [],
    ...changes,
  }
}
