import { defineIndicators } from '../../src/domain/indicator.js'

const allVillages = { zh: '村数', en: 'villages' }
const moreVillages = { more: { zh: '村增加', en: 'more villages' }, fewer: { zh: '村减少', en: 'fewer villages' } }

/** Indicators of the money that villages' organisations run on. Formulas: `indicators.sql` beside this file. */
export const fundingIndicators = defineIndicators([
  {
    id: 'funding_norm_met_pct',
    dataset: 'funding',
    unit: 'pct',
    direction: 'higher_is_better',
    decimals: 1,
    name: { zh: '运转经费达到保障标准的村占比', en: 'Villages whose funds meet the norm' },
    short_name: { zh: '经费达标', en: 'Funded' },
    numerator: {
      zh: '办公和服务群众经费都达到标准的村数',
      en: 'villages whose office and service funds meet the norm',
    },
    denominator: allVillages,
    part_words: {
      numerator: {
        more: { zh: '新达标', en: 'more villages that meet it' },
        fewer: { zh: '达标减少', en: 'fewer villages that meet it' },
      },
      denominator: moreVillages,
    },
    meaning: {
      zh: '本年安排的办公经费和服务群众经费都达到省定标准的村占全部村的比例。按全年安排数算，各季度可比。',
      en: 'Share of villages whose office funds and service funds of the year both meet the province’s norm. Funds as appropriated for the whole year, so that quarters compare.',
    },
    source: {
      zh: '村级组织运转经费保障机制：办公经费、服务群众经费每村每年不低于省定标准',
      en: 'the rule that office and service funds per village are at least the province’s norm every year',
    },
    gap: { by: 'parts', unit: { zh: '个村', en: 'villages' } },
    headline: true,
  },
  {
    id: 'funding_per_village_yuan',
    dataset: 'funding',
    unit: 'yuan',
    direction: 'higher_is_better',
    decimals: 0,
    name: { zh: '村均运转经费', en: 'Running costs per village' },
    short_name: { zh: '村均经费', en: 'Per village' },
    numerator: { zh: '本年安排的办公经费与服务群众经费', en: 'office and service funds of the year' },
    denominator: allVillages,
    part_words: {
      numerator: {
        more: { zh: '经费增加', en: 'more money' },
        fewer: { zh: '经费减少', en: 'less money' },
      },
      denominator: moreVillages,
    },
    meaning: {
      zh: '本年安排的办公经费与服务群众经费之和，除以村数。平均数达标不等于每个村都达标，所以两项一起看。',
      en: 'Office and service funds of the year over villages. A mean that meets the norm does not say that every village does, so the two are read together.',
    },
    source: {
      zh: '湖北省2021年实施意见：每村每年办公经费不低于2万元、服务群众等经费一般不低于5万元',
      en: 'Hubei province, 2021: at least 20,000 yuan for the office and as a rule 50,000 for services, per village and year',
    },
    gap: { by: 'value', unit: { zh: '元', en: 'yuan' } },
  },
])
