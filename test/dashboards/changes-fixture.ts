import type { RegionName } from '../../src/domain/page-data.js'
import type { ChangeLine, ReleaseChanges } from '../../src/domain/release-changes.js'

const both = (zh: string, en: string) => ({ zh, en })

/** Plausible data of `/changes`: `alerts` opened in that many counties, the city's figures, and a table that differs. */
export function changesFixture(counties: readonly RegionName[], alerts = 3): ReleaseChanges {
  const line = ({ region_code, region_name }: RegionName): ChangeLine => ({
    region_code,
    subject: both(`${region_name} 非公企业党的组织覆盖率`, `${region_name}: Coverage of firms`),
    said: both('68.2%，预警，自2026年10月起', '68.2%, warning, since Oct 2026'),
    status: 'warning',
  })
  return {
    previous: { release: '2026-09-1', period: '2026-09', as_of: '2026-10-09' },
    summary: [
      both(
        '与 2026-09-1 期（2026年9月）相比，河州市更新 11 项指标：4 项好转，3 项变差，4 项持平。',
        'Since release 2026-09-1 (Sep 2026) 河州市 has 11 new figures: 4 better, 3 worse, 4 as before.',
      ),
      both(`预警新增 ${alerts} 条。`, `Alerts: ${alerts} opened.`),
    ],
    groups: [
      {
        id: 'figures',
        sections: [
          {
            title: both('河州市指标更新 1 项', '河州市: indicators updated: 1'),
            lines: [
              {
                region_code: '990300',
                subject: both('非公企业党的组织覆盖率', 'Coverage of firms'),
                said: both('83.1% → 83.4%（+0.3个百分点，好转）', '83.1% → 83.4% (+0.3 points, better)'),
                status: null,
              },
            ],
            unlisted: 0,
          },
        ],
      },
      {
        id: 'alerts',
        sections: [
          {
            title: both(`新增预警 ${alerts} 条`, `Alerts opened: ${alerts}`),
            lines: counties.slice(0, alerts).map(line),
            unlisted: Math.max(0, alerts - counties.length),
          },
        ],
      },
      { id: 'returns', sections: [] },
      {
        id: 'basis',
        sections: [
          {
            title: both('依据和程序改动 1 项', 'Reference tables and code that differ: 1'),
            lines: [
              {
                region_code: null,
                subject: both('阈值表', 'the table of thresholds'),
                said: both('有改动', 'differs'),
                status: null,
              },
            ],
            unlisted: 0,
          },
        ],
      },
    ],
  }
}
