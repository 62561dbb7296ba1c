import { defineIndicators } from '../../src/domain/indicator.js'

const posts = { zh: '人', en: 'posts' }
const allPosts = { zh: '书记职数', en: 'secretary posts' }
const morePosts = { more: { zh: '职数增加', en: 'more posts' }, fewer: { zh: '职数减少', en: 'fewer posts' } }
const morePaid = {
  more: { zh: '应发总额增加', en: 'more paid in all' },
  fewer: { zh: '应发总额减少', en: 'less paid in all' },
}
const pct = {
  dataset: 'stipend',
  unit: 'pct',
  direction: 'lower_is_better',
  decimals: 1,
  denominator: allPosts,
} as const

/** Indicators of the stipends of village party secretaries. Formulas: `indicators.sql` beside this file. */
export const stipendIndicators = defineIndicators([
  {
    id: 'stipend_mean_yuan_per_month',
    dataset: 'stipend',
    name: { zh: '村党组织书记月均报酬', en: 'Mean stipend of village party secretaries' },
    short_name: { zh: '月均报酬', en: 'Mean stipend' },
    unit: 'yuan_per_month',
    direction: 'higher_is_better',
    decimals: 0,
    numerator: { zh: '当月应发总额', en: 'stipends due this month' },
    denominator: allPosts,
    part_words: { numerator: morePaid, denominator: morePosts },
    meaning: {
      zh: '当月应发报酬总额除以书记职数。',
      en: 'Stipends due this month over secretary posts.',
    },
    source: { zh: '2018年目标：平均每月约1900元', en: 'target of 2018: about 1,900 yuan a month on average' },
    gap: { by: 'value', unit: { zh: '元/月', en: 'yuan a month' } },
    headline: true,
  },
  {
    ...pct,
    id: 'stipend_below_standard_pct',
    name: { zh: '报酬低于标准比例', en: 'Posts paid below the standard' },
    short_name: { zh: '低于标准', en: 'Below standard' },
    numerator: { zh: '报酬低于标准的职数', en: 'posts paid below the standard' },
    part_words: {
      numerator: {
        more: { zh: '低于标准增加', en: 'more posts below the standard' },
        fewer: { zh: '低于标准减少', en: 'fewer posts below the standard' },
      },
      denominator: morePosts,
    },
    meaning: {
      zh: '报酬低于当地标准的书记职数占全部书记职数的比例。',
      en: 'Share of secretary posts that are paid below the local standard.',
    },
    source: {
      zh: '不低于当地农村居民人均可支配收入两倍的通行标准',
      en: 'the common norm of at least twice the rural per-capita disposable income',
    },
    gap: { by: 'parts', unit: posts },
    headline: true,
  },
  {
    ...pct,
    id: 'stipend_arrears_pct',
    name: { zh: '报酬拖欠比例', en: 'Posts in arrears' },
    short_name: { zh: '拖欠', en: 'Arrears' },
    numerator: { zh: '被拖欠报酬的职数', en: 'posts whose stipend is in arrears' },
    part_words: {
      numerator: {
        more: { zh: '拖欠职数增加', en: 'more posts in arrears' },
        fewer: { zh: '拖欠职数减少', en: 'fewer posts in arrears' },
      },
      denominator: morePosts,
    },
    meaning: {
      zh: '被拖欠报酬的书记职数占全部书记职数的比例。',
      en: 'Share of secretary posts whose stipend is in arrears.',
    },
    source: { zh: '按月足额发放的要求', en: 'the rule of paying in full every month' },
    gap: { by: 'parts', unit: posts },
  },
  {
    id: 'stipend_to_rural_income_ratio',
    dataset: 'stipend',
    name: { zh: '报酬与农民人均收入之比', en: 'Stipend to rural income' },
    short_name: { zh: '收入倍数', en: 'Times income' },
    unit: 'times',
    direction: 'higher_is_better',
    decimals: 2,
    numerator: { zh: '当月应发总额折合全年', en: 'stipends due this month, times twelve' },
    denominator: {
      zh: '书记职数乘以所在县上年农村居民人均可支配收入',
      en: 'posts times the county’s rural disposable income of the year before',
    },
    part_words: {
      numerator: morePaid,
      denominator: {
        more: { zh: '职数或收入增加', en: 'more posts or a higher rural income' },
        fewer: { zh: '职数或收入减少', en: 'fewer posts or a lower rural income' },
      },
    },
    meaning: {
      zh: '书记报酬折合全年后，相当于所在县上年农村居民人均可支配收入的倍数。尚无上年收入数据的县不计入。',
      en: 'A year of stipend at this month’s rate as a multiple of the county’s rural per-capita disposable income of the year before. Counties without that figure are left out.',
    },
    source: {
      zh: '通行标准：不低于上年农村居民人均可支配收入的两倍',
      en: 'common norm: at least twice the rural per-capita disposable income of the year before',
    },
    gap: { by: 'value', unit: { zh: '倍', en: 'times' } },
    headline: true,
  },
])
