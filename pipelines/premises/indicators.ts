import { defineIndicators } from '../../src/domain/indicator.js'

const villages = { zh: '个村', en: 'villages' }
const moreVillages = { more: { zh: '村增加', en: 'more villages' }, fewer: { zh: '村减少', en: 'fewer villages' } }
const pct = {
  dataset: 'premises',
  unit: 'pct',
  decimals: 1,
  denominator: { zh: '村数', en: 'villages' },
  gap: { by: 'parts', unit: villages },
} as const

/** Indicators of the meeting places of village organisations. Formulas: `indicators.sql` beside this file. */
export const premisesIndicators = defineIndicators([
  {
    ...pct,
    id: 'premises_standard_pct',
    direction: 'higher_is_better',
    name: { zh: '活动场所达标率', en: 'Meeting places up to standard' },
    short_name: { zh: '场所达标', en: 'Up to std' },
    numerator: { zh: '活动场所达标的村数', en: 'villages whose meeting place is up to standard' },
    part_words: {
      numerator: {
        more: { zh: '新达标', en: 'newly up to standard' },
        fewer: { zh: '达标减少', en: 'no longer up to standard' },
      },
      denominator: moreVillages,
    },
    meaning: {
      zh: '活动场所达到规定标准的村占全部村的比例。不规范的、租用的和没有场所的，都不算达标。',
      en: 'Share of villages whose meeting place is up to the standard. Places below it, rented ones and none at all are not.',
    },
    source: {
      zh: '2018年公开情况：近四成村的活动场所不规范，近2%的村没有场所或靠租用',
      en: 'as published in 2018: nearly 40 % of villages below standard, nearly 2 % with none or a rented place',
    },
    headline: true,
  },
  {
    ...pct,
    id: 'premises_none_or_rented_pct',
    direction: 'lower_is_better',
    name: { zh: '无场所和租用场所的村占比', en: 'Villages with no meeting place or a rented one' },
    short_name: { zh: '无或租用', en: 'None, rent' },
    numerator: { zh: '无场所和租用场所的村数', en: 'villages with none or a rented one' },
    part_words: {
      numerator: {
        more: { zh: '无场所或租用增加', en: 'more with none or a rented one' },
        fewer: { zh: '无场所或租用减少', en: 'fewer with none or a rented one' },
      },
      denominator: moreVillages,
    },
    meaning: {
      zh: '没有活动场所、或场所靠租用的村占全部村的比例，目标是清零。',
      en: 'Share of villages that have no meeting place of their own: none at all, or a rented one. The aim is none.',
    },
    source: {
      zh: '2018年公开情况：近2%的村没有场所或靠租用',
      en: 'as published in 2018: nearly 2 % of villages with none or a rented one',
    },
  },
  {
    ...pct,
    id: 'premises_built_this_year_pct',
    counts_within_year: true,
    direction: 'higher_is_better',
    name: { zh: '本年新建改造提升占比', en: 'Meeting places built or improved this year' },
    short_name: { zh: '新建改造', en: 'Built' },
    numerator: { zh: '本年新建、改造、提升的村数', en: 'villages whose place was built or improved this year' },
    part_words: {
      numerator: {
        more: { zh: '完工增加', en: 'more finished' },
        fewer: { zh: '完工减少', en: 'fewer finished' },
      },
      denominator: moreVillages,
    },
    meaning: {
      zh: '本年新建、改造或提升了活动场所的村占全部村的比例。年初起累计，一季度重新从零算起；改造过的不一定都达标。',
      en: 'Share of villages whose meeting place was built or improved this year. Counted from January on, so every first quarter begins anew; an improved place is not always up to standard.',
    },
    source: {
      zh: '2018年公开情况：新建、改造、提升村级活动场所1812个',
      en: 'as published in 2018: 1,812 meeting places built or improved',
    },
  },
])
