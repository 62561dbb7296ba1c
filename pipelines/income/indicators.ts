import { defineIndicators } from '../../src/domain/indicator.js'

const villages = { zh: '个村', en: 'villages' }
const reportingVillages = { zh: '填报收入的村数', en: 'villages that reported their income' }
const moreVillages = { more: { zh: '村数增加', en: 'more villages' }, fewer: { zh: '村数减少', en: 'fewer villages' } }
const statistics = {
  zh: '全国农村经营管理统计的收入分组',
  en: 'the income groups of the national agricultural statistics',
}
const pct = { dataset: 'income', unit: 'pct', decimals: 1, denominator: reportingVillages } as const
const yuan = {
  dataset: 'income',
  unit: 'yuan',
  direction: 'higher_is_better',
  decimals: 0,
  denominator: reportingVillages,
} as const

/** Indicators of villages' collective income. Formulas: `indicators.sql` and `direct.sql` beside this file. */
export const incomeIndicators = defineIndicators([
  {
    ...pct,
    id: 'villages_no_income_pct',
    name: { zh: '集体经济空白村比例', en: 'Villages without collective income' },
    short_name: { zh: '空白村', en: 'No income' },
    direction: 'lower_is_better',
    numerator: { zh: '当年没有集体经济收入的村数', en: 'villages whose income of the year is zero' },
    part_words: {
      numerator: {
        more: { zh: '空白村增加', en: 'more villages without income' },
        fewer: { zh: '空白村减少', en: 'fewer villages without income' },
      },
      denominator: moreVillages,
    },
    meaning: {
      zh: '当年集体经济总收入为零的村占填报村的比例。未填报的村不算作零。',
      en: 'Share of villages whose collective income of the year is zero. A village that did not report is not counted as zero.',
    },
    source: statistics,
    gap: { by: 'parts', unit: villages },
    headline: true,
  },
  {
    ...pct,
    id: 'villages_up_to_50k_pct',
    name: { zh: '集体收入5万元及以下村比例', en: 'Villages with an income up to 50,000 yuan' },
    short_name: { zh: '5万及以下', en: 'Up to 50k' },
    direction: 'lower_is_better',
    numerator: {
      zh: '收入在5万元及以下的村数（含空白村）',
      en: 'villages at or below 50,000 yuan, those without income included',
    },
    part_words: {
      numerator: {
        more: { zh: '5万及以下村增加', en: 'more villages up to 50,000' },
        fewer: { zh: '5万及以下村减少', en: 'fewer villages up to 50,000' },
      },
      denominator: moreVillages,
    },
    meaning: {
      zh: '当年集体经济总收入在5万元及以下的村占填报村的比例，恰为5万元的计入，空白村计入。',
      en: 'Share of villages at or below 50,000 yuan; exactly 50,000 counts, and so do those without income.',
    },
    source: statistics,
    gap: { by: 'parts', unit: villages },
    headline: true,
  },
  {
    ...pct,
    id: 'villages_from_180k_pct',
    name: { zh: '集体收入18万元及以上村比例', en: 'Villages with an income of 180,000 yuan or more' },
    short_name: { zh: '18万以上', en: 'From 180k' },
    direction: 'higher_is_better',
    numerator: { zh: '收入在18万元及以上的村数', en: 'villages at or above 180,000 yuan' },
    part_words: {
      numerator: {
        more: { zh: '18万及以上村增加', en: 'more villages from 180,000' },
        fewer: { zh: '18万及以上村减少', en: 'fewer villages from 180,000' },
      },
      denominator: moreVillages,
    },
    meaning: {
      zh: '当年集体经济总收入在18万元及以上的村占填报村的比例，恰为18万元的计入。',
      en: 'Share of villages at or above 180,000 yuan; exactly 180,000 counts.',
    },
    source: { zh: '部分地区“18万+”行动的目标', en: 'the goal of some regions’ “180,000 and more” programmes' },
    gap: { by: 'parts', unit: villages },
  },
  {
    ...yuan,
    id: 'income_median_yuan',
    name: { zh: '村集体收入中位数', en: 'Median collective income of a village' },
    short_name: { zh: '中位数', en: 'Median' },
    numerator: { zh: '居中村的收入', en: 'income of the village in the middle' },
    meaning: {
      zh: '把村按收入排列，居中那个村的收入；村数为偶数时取中间两个的平均。由村级数据直接计算，不由下级中位数汇总。',
      en: 'Income of the village in the middle when villages are put in order; the mean of the two middle ones when their number is even. Worked out from villages, never from medians below.',
    },
    source: statistics,
    gap: { by: 'value', unit: { zh: '元', en: 'yuan' } },
  },
  {
    ...yuan,
    id: 'income_mean_yuan',
    name: { zh: '村集体收入平均数', en: 'Mean collective income of a village' },
    short_name: { zh: '平均数', en: 'Mean' },
    numerator: { zh: '集体经济总收入之和', en: 'sum of collective income' },
    part_words: {
      numerator: { more: { zh: '总收入增加', en: 'more income' }, fewer: { zh: '总收入减少', en: 'less income' } },
      denominator: moreVillages,
    },
    meaning: {
      zh: '集体经济总收入除以填报村数。少数富裕村会抬高平均数，应与中位数一起看。',
      en: 'Collective income over reporting villages. A few rich villages lift it, so read it with the median.',
    },
    source: statistics,
    gap: { by: 'value', unit: { zh: '元', en: 'yuan' } },
  },
])
