import { defineIndicators } from '../../src/domain/indicator.js'

const organisations = { zh: '个', en: 'organisations' }
const all = { zh: '村党组织总数', en: 'village party organisations' }
const moreOrganisations = {
  more: { zh: '村党组织增加', en: 'more organisations' },
  fewer: { zh: '村党组织减少', en: 'fewer organisations' },
}
const listed = {
  more: { zh: '列入增加', en: 'more listed' },
  fewer: { zh: '列入减少', en: 'fewer listed' },
}
const pct = { dataset: 'rectification', unit: 'pct', decimals: 1, gap: { by: 'parts', unit: organisations } } as const

/** Indicators of the rectification of weak village party organisations. Formulas: `indicators.sql` beside this file. */
export const rectificationIndicators = defineIndicators([
  {
    ...pct,
    id: 'weak_rectified_pct',
    counts_within_year: true,
    direction: 'higher_is_better',
    name: { zh: '软弱涣散党组织整顿完成率', en: 'Weak organisations put right' },
    short_name: { zh: '整顿完成', en: 'Put right' },
    numerator: { zh: '已完成整顿的党组织数', en: 'organisations put right' },
    denominator: { zh: '本年列入整顿的党组织数', en: 'organisations listed this year' },
    part_words: {
      numerator: {
        more: { zh: '完成整顿增加', en: 'more put right' },
        fewer: { zh: '完成整顿减少', en: 'fewer put right' },
      },
      denominator: listed,
    },
    meaning: {
      zh: '本年列入整顿的村党组织中已完成整顿的比例。年初起累计，一季度重新从零算起，全年应全部完成。',
      en: 'Share of this year’s list of weak village organisations that is put right. Counted from January on, so every first quarter begins anew; all of them are due by the end of the year.',
    },
    source: {
      zh: '“列入的软弱涣散党组织限期整顿到位”的要求',
      en: 'the rule that every listed organisation is put right in time',
    },
    headline: true,
  },
  {
    ...pct,
    id: 'weak_listed_pct',
    direction: 'higher_is_better',
    name: { zh: '软弱涣散党组织倒排比例', en: 'Weak organisations listed this year' },
    short_name: { zh: '倒排比例', en: 'Listed' },
    numerator: { zh: '本年列入整顿的党组织数', en: 'organisations listed this year' },
    denominator: all,
    part_words: { numerator: listed, denominator: moreOrganisations },
    meaning: {
      zh: '本年倒排列入整顿的村党组织占全部村党组织的比例，要求每年5%至10%。低于5%说明排查不到位，预警线只看下限；并非越高越好。',
      en: 'Share of village organisations that this year’s listing took in, which is to be 5-10 % every year. Below 5 % the search was not thorough: the line is that lower end only. More is not better beyond it.',
    },
    source: {
      zh: '人民日报2017年报道的中央组织部部署：每年按照5%—10%的比例倒排',
      en: 'as reported by People’s Daily in 2017: 5-10 % are listed every year',
    },
  },
  {
    ...pct,
    id: 'weak_listed_twice_pct',
    direction: 'lower_is_better',
    name: { zh: '近五年两次以上列入整顿的党组织占比', en: 'Organisations listed twice or more in five years' },
    short_name: { zh: '反复列入', en: 'Twice' },
    numerator: { zh: '近五年两次以上列入整顿的党组织数', en: 'organisations listed twice or more in five years' },
    denominator: all,
    part_words: {
      numerator: {
        more: { zh: '反复列入增加', en: 'more listed again' },
        fewer: { zh: '反复列入减少', en: 'fewer listed again' },
      },
      denominator: moreOrganisations,
    },
    meaning: {
      zh: '近五年内两次以上被列为软弱涣散的村党组织占全部村党组织的比例，反映整顿成果是否巩固。',
      en: 'Share of village organisations that were listed as weak twice or more within five years: whether what was put right has stayed so.',
    },
    source: {
      zh: '西宁市委组织部2024年公开的口径：近五年被两次列为软弱涣散的村党组织数',
      en: 'as published by Xining city in 2024: organisations listed twice within five years',
    },
  },
])
