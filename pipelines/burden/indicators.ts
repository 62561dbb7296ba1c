import { defineIndicators } from '../../src/domain/indicator.js'
import type { Text } from '../../src/domain/text.js'

/** What a change on the year before is made of, for one thing that is counted. */
function change(id: string, [name, short]: readonly [Text, Text], thing: Text, unit: Text) {
  return {
    id,
    dataset: 'burden',
    name,
    short_name: short,
    unit: 'change_pct' as const,
    direction: 'lower_is_better' as const,
    decimals: 1,
    numerator: {
      zh: `${thing.zh}比上年同月增减（负数为减少）`,
      en: `${thing.en}: more or (below zero) fewer than a year before`,
    },
    denominator: { zh: `上年同月${thing.zh}`, en: `${thing.en} in the same month of the year before` },
    part_words: {
      numerator: {
        more: { zh: `${thing.zh}比上年多`, en: `more ${thing.en} than the year before` },
        fewer: { zh: `${thing.zh}比上年少`, en: `fewer ${thing.en} than the year before` },
      },
      denominator: {
        more: { zh: '上年基数变大', en: 'a larger base the year before' },
        fewer: { zh: '上年基数变小', en: 'a smaller base the year before' },
      },
    },
    meaning: {
      zh: `当月${thing.zh}与上年同一个月相比增减的百分比；合并的县区与合并前各县之和相比。上年同月未报的县区不计入。`,
      en: `How many per cent more or fewer than in the same month of the year before; a merged county against its parts together. Counties that did not report then are left out.`,
    },
    gap: { by: 'parts' as const, unit },
  }
}

const relief: Text = {
  zh: '基层减负要求：文件、会议比上年减少30%至50%，督查检查考核减少一半以上',
  en: 'relief of the grassroots: documents and meetings down by 30 to 50 %, inspections by half or more on the year before',
}

/** Indicators of the burden on the grassroots. Formulas: `indicators.sql` beside this file. */
export const burdenIndicators = defineIndicators([
  {
    ...change(
      'documents_change_pct',
      [
        { zh: '发文数比上年同月增减', en: 'Documents on the year before' },
        { zh: '发文增减', en: 'Documents' },
      ],
      { zh: '发文数', en: 'documents issued' },
      { zh: '件', en: 'documents' },
    ),
    source: relief,
    headline: true,
  },
  {
    ...change(
      'meetings_change_pct',
      [
        { zh: '开会数比上年同月增减', en: 'Meetings on the year before' },
        { zh: '开会增减', en: 'Meetings' },
      ],
      { zh: '开会数', en: 'meetings held' },
      { zh: '次', en: 'meetings' },
    ),
    source: relief,
  },
  {
    ...change(
      'inspections_change_pct',
      [
        { zh: '督查检查考核数比上年同月增减', en: 'Inspections on the year before' },
        { zh: '检查增减', en: 'Inspections' },
      ],
      { zh: '督查检查考核数', en: 'inspections' },
      { zh: '次', en: 'inspections' },
    ),
    source: relief,
  },
  {
    id: 'cells_required',
    dataset: 'burden',
    name: { zh: '县均要求填报格数', en: 'Cells a county asks for' },
    short_name: { zh: '填报格数', en: 'Cells' },
    unit: 'cells',
    direction: 'lower_is_better',
    decimals: 0,
    numerator: { zh: '要求填报格数', en: 'cells required' },
    denominator: { zh: '已报县区数', en: 'counties that reported' },
    part_words: {
      numerator: {
        more: { zh: '要填的格增加', en: 'more cells to fill in' },
        fewer: { zh: '要填的格减少', en: 'fewer cells to fill in' },
      },
      denominator: {
        more: { zh: '县区增加', en: 'more counties' },
        fewer: { zh: '县区减少', en: 'fewer counties' },
      },
    },
    meaning: {
      zh: '一个县区当月要求基层填报的格数；全市为各县区平均。',
      en: 'Cells that a county had the grassroots fill in during the month; for the city the mean of its counties.',
    },
    source: { zh: '数据报送“一个口子”、不重复填报的要求', en: 'one channel for data, and nothing asked twice' },
    gap: { by: 'value', unit: { zh: '格', en: 'cells' } },
  },
])
