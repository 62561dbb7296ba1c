import { defineIndicators } from '../../src/domain/indicator.js'

/** Indicators of what counties earmark for party building. Formulas: `indicators.sql` beside this file. */
export const fundingBudgetIndicators = defineIndicators([
  {
    id: 'funding_growth_pct',
    dataset: 'funding_budget',
    unit: 'change_pct',
    direction: 'higher_is_better',
    decimals: 1,
    name: { zh: '党建工作专项经费比上年增长', en: 'Party-building funds: growth on the year before' },
    short_name: { zh: '经费增长', en: 'Growth' },
    numerator: {
      zh: '比上年同期增加的专项经费',
      en: 'earmarked funds more than in the same quarter of the year before',
    },
    denominator: { zh: '上年同期的专项经费', en: 'earmarked funds in the same quarter of the year before' },
    part_words: {
      numerator: {
        more: { zh: '增加额变大', en: 'a larger increase' },
        fewer: { zh: '增加额变小', en: 'a smaller increase' },
      },
      denominator: {
        more: { zh: '上年基数变大', en: 'a larger base' },
        fewer: { zh: '上年基数变小', en: 'a smaller base' },
      },
    },
    meaning: {
      zh: '县级本年安排的党建工作专项经费，比上年同一季度报告的安排数增长百分之几；减少为负数。上年同期没有数的县不计入；合并、更名的县与其前身相加后比较。',
      en: 'By how many per cent the funds that counties earmark for party building this year are above those reported in the same quarter of the year before; below zero when there is less. Counties without a figure of that quarter are left out; a merged county is held against the sum of what it was.',
    },
    source: {
      zh: '2018年公开情况：专项经费比上年增长147%',
      en: 'as published in 2018: earmarked spending up 147 % on the year',
    },
    gap: { by: 'parts', unit: { zh: '元', en: 'yuan' } },
  },
])
