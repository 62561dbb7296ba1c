import { defineIndicators } from '../../src/domain/indicator.js'

const villages = { zh: '个村', en: 'villages' }
const allVillages = { zh: '村数', en: 'villages' }
const moreVillages = { more: { zh: '村增加', en: 'more villages' }, fewer: { zh: '村减少', en: 'fewer villages' } }
const pct = { dataset: 'team', unit: 'pct', decimals: 1 } as const

/** Indicators of the leading teams of villages: counts of posts and villages, never a person. Formulas: `indicators.sql` beside this file. */
export const teamIndicators = defineIndicators([
  {
    ...pct,
    id: 'villages_with_reserve_pct',
    direction: 'higher_is_better',
    name: { zh: '有后备人选的村占比', en: 'Villages with a reserve candidate' },
    short_name: { zh: '有后备', en: 'Reserve' },
    numerator: { zh: '有后备人选的村数', en: 'villages with a reserve candidate' },
    denominator: allVillages,
    part_words: {
      numerator: {
        more: { zh: '新增后备', en: 'more villages with a reserve' },
        fewer: { zh: '后备减少', en: 'fewer villages with a reserve' },
      },
      denominator: moreVillages,
    },
    meaning: {
      zh: '至少储备了一名村党组织书记后备人选的村占全部村的比例。',
      en: 'Share of villages that keep at least one candidate in reserve for the post of party secretary.',
    },
    source: { zh: '“每村储备1至2名后备人选”的通行要求', en: 'the common rule of 1-2 reserve candidates per village' },
    gap: { by: 'parts', unit: villages },
    headline: true,
  },
  {
    ...pct,
    id: 'dual_role_pct',
    direction: 'higher_is_better',
    name: { zh: '书记主任“一肩挑”的村占比', en: 'Villages whose secretary is also director' },
    short_name: { zh: '一肩挑', en: 'Dual role' },
    numerator: { zh: '书记主任“一肩挑”的村数', en: 'villages whose secretary is also village director' },
    denominator: allVillages,
    part_words: {
      numerator: {
        more: { zh: '一肩挑增加', en: 'more dual roles' },
        fewer: { zh: '一肩挑减少', en: 'fewer dual roles' },
      },
      denominator: moreVillages,
    },
    meaning: {
      zh: '村党组织书记同时担任村委会主任的村占全部村的比例。书记空缺的村不算。',
      en: 'Share of villages whose party secretary is also the director of the village committee. A village without a secretary does not count.',
    },
    source: {
      zh: '公开报道的口径：“一肩挑”的村数÷村数',
      en: 'as reported in public: villages with one person in both posts over all villages',
    },
    gap: { by: 'parts', unit: villages },
  },
  {
    ...pct,
    id: 'secretaries_trained_pct',
    counts_within_year: true,
    direction: 'higher_is_better',
    name: { zh: '村党组织书记本年已培训率', en: 'Secretaries trained this year' },
    short_name: { zh: '书记培训', en: 'Trained' },
    numerator: { zh: '本年已培训的书记数', en: 'secretaries trained this year' },
    denominator: { zh: '在任书记数', en: 'secretaries in office' },
    part_words: {
      numerator: {
        more: { zh: '培训增加', en: 'more trained' },
        fewer: { zh: '培训减少', en: 'fewer trained' },
      },
      denominator: {
        more: { zh: '在任书记增加', en: 'more secretaries in office' },
        fewer: { zh: '在任书记减少', en: 'fewer secretaries in office' },
      },
    },
    meaning: {
      zh: '在任书记中本年至少集中培训过一次（3至5天）的比例。年初起累计，一季度重新从零算起，全年应达到100%。',
      en: 'Share of the secretaries in office who had a course of 3-5 days this year. Counted from January on, so every first quarter begins anew; all of them are due by the end of the year.',
    },
    source: {
      zh: '“村党组织书记每年至少集中培训一次”的通行要求',
      en: 'the common rule that each secretary is trained at least once a year',
    },
    gap: { by: 'parts', unit: { zh: '人', en: 'secretaries' } },
  },
  {
    ...pct,
    id: 'commissioner_vacancy_pct',
    direction: 'lower_is_better',
    name: { zh: '组织委员空缺率', en: 'Organisation commissioner posts vacant' },
    short_name: { zh: '委员空缺', en: 'Vacant' },
    numerator: { zh: '空缺的组织委员职数', en: 'vacant posts of organisation commissioner' },
    denominator: { zh: '组织委员职数', en: 'posts of organisation commissioner' },
    part_words: {
      numerator: {
        more: { zh: '空缺增加', en: 'more vacancies' },
        fewer: { zh: '空缺减少', en: 'fewer vacancies' },
      },
      denominator: { more: { zh: '职数增加', en: 'more posts' }, fewer: { zh: '职数减少', en: 'fewer posts' } },
    },
    meaning: {
      zh: '乡镇（街道）组织委员职数中空缺的比例。',
      en: 'Share of the townships’ posts of organisation commissioner that nobody holds.',
    },
    source: { zh: '“组织委员应配齐”的要求', en: 'the rule that every post of organisation commissioner is filled' },
    gap: { by: 'parts', unit: { zh: '个职数', en: 'posts' } },
  },
])
