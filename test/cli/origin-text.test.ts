import { describe, expect, test } from 'vitest'
import { topics } from '../../pipelines/index.js'
import { originText } from '../../src/cli/origin-text.js'
import type { Lang } from '../../src/domain/text.js'
import { askedFigure } from '../../src/extracts/asked-figure.js'
import { originsOf } from '../../src/extracts/origins.js'
import type { Warehouse } from '../../src/warehouse/warehouse.js'
import { declared } from '../warehouse/declared.js'
import { type TinyFile, threshold, tinyWarehouse } from '../warehouse/tiny.js'

async function text(
  warehouse: Warehouse,
  indicator: string,
  region: string,
  period: string,
  lang: Lang = 'zh',
  depth: number | null = null,
) {
  const question = await askedFigure(warehouse, topics, { indicator, region, period, depth })
  return originText(
    await originsOf(warehouse, [question], { topics, release: '2026-02-1', mask: (said) => said }),
    question,
    lang,
  )
}

const firms = (total: number, single: number) => ({
  ...{ nonpublic_total: total, nonpublic_eligible: total, nonpublic_org_single: single, nonpublic_org_joint: 1 },
})
const file = (dataset: string, received_at: string, rows: TinyFile['rows']): TinyFile => ({
  ...{ dataset, unit: '990101', received_at, rows },
})

test('a county is printed as a tree from the figure to cells and files', async () => {
  const { warehouse } = await tinyWarehouse(
    [
      file('coverage', '2026-02-03T02:00:00.000Z', [['990101001', '2026-01', firms(40, 20)]]),
      file('coverage', '2026-02-05T02:00:00.000Z', [['990101001', '2026-01', firms(40, 27)]]),
    ],
    {
      thresholds: [
        threshold({
          indicator_id: 'nonpublic_coverage_pct',
          scope: 'class:plain',
          warning: '80',
          critical: '60',
          basis: '办法',
        }),
      ],
    },
  )
  expect(
    await text(warehouse, 'nonpublic_coverage_pct', '甲区', '2026-01'),
  ).toBe(`甲区 990101  非公企业党的组织覆盖率  2026年1月
70.00 %  预警  第 2026-02-1 期
预警线 80，严重线 60（平原县，自 2000-01 起；依据：办法）

公式：分子 ÷ 分母 × 100
  分子 28  单独组建与联合组建的企业数
      按表中各列：单独组建企业数 + 联合组建企业数
      SQL: nonpublic_org_single + nonpublic_org_joint
  分母 40  非公企业总数
      按表中各列：企业总数
      SQL: nonpublic_total

由下列各项合计（计入 1/2 个单位）：
├─ 甲一镇 990101001  28 ÷ 40 = 70.00 %
│  ├─ 单独组建企业数  27 家  [1] E2
│  │  └─ 更早的文件报的是 20：[2] E2
│  ├─ 联合组建企业数  1 家  [1] F2
│  └─ 企业总数  40 家  [1] C2
└─ 甲二镇 990101002  未计入：县区报表里没有这一行，或这一行被退回  [1]

文件
[1] 1.csv  2026-02-05 收到  接受
[2] 0.csv  2026-02-03 收到  接受`)
  await warehouse.close()
})

describe('in both languages', () => {
  test.each(['zh', 'en'] as const)('%s has no word of the other, and none is missing', async (lang) => {
    const { warehouse } = await tinyWarehouse(
      [
        file('income', '2026-01-15T02:00:00.000Z', [
          ['990101001201', '2025', { total_income_yuan: 30_000 }],
          ['990101001202', '2025', { total_income_yuan: 0 }],
        ]),
        file('rural_income', '2026-01-25T02:00:00.000Z', [['990101', '2025', { disposable_income_yuan: 12_000 }]]),
        file('stipend', '2026-02-04T02:00:00.000Z', [
          ['990101001', '2026-01', { posts: 10, paid_total_yuan: 20_000 }],
          ['990101002', '2026-01', { posts: 4, paid_total_yuan: 9_000 }],
        ]),
        file('coverage', '2026-02-04T02:00:00.000Z', [['990101001', '2026-01', firms(40, 20)]]),
      ],
      { corrections: [declared({ region_code: '990101001', period: '2026-01', expect: '40', value: '41' })] },
    )
    const texts = [
      await text(warehouse, 'villages_no_income_pct', '990100', '2025', lang),
      await text(warehouse, 'villages_no_income_pct', '990101001', '2025', lang),
      await text(warehouse, 'income_median_yuan', '990101', '2025', lang),
      await text(warehouse, 'stipend_to_rural_income_ratio', '990101', '2026-01', lang),
      await text(warehouse, 'nonpublic_coverage_pct', '990101', '2026-01', lang),
      await text(warehouse, 'nonpublic_coverage_pct', '990101001', '2026-01', lang),
    ]
    for (const said of texts) {
      expect(said).not.toMatch(/undefined|null|NaN|\[object/)
      // Names of regions, files, headings, offices and reasons stay as they are.
      if (lang === 'en')
        expect(
          said.replace(/小城市|[甲乙丙丁].[村镇乡]|[甲乙丙丁][区县]|“[^”]*”|by 市委组织部基层办|, 多录一个零/g, ''),
        ).not.toMatch(/[\u4e00-\u9fff，。：；（）]/)
      else expect(said.replace(/SQL: .*|jiceng.*/g, '')).not.toMatch(/[a-z]{4,}/)
    }
    const [city, , , ratio, county] = texts
    expect(city).toContain('jiceng explain villages_no_income_pct 990101 2025')
    expect(city).toContain('C2:C3')
    // What both townships take alike is drawn once.
    expect(ratio?.match(/12,000/g)).toHaveLength(1)
    expect(county).toContain(lang === 'zh' ? '更正清单第 2 行：由 40 改为 41' : 'declared correction, line 2: 40 to 41')
    await warehouse.close()
  })
})
