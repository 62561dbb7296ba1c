import type { EarlierData } from '../../src/domain/earlier-data.js'
import type { SearchData } from '../../src/domain/search-data.js'

/** A made-up city with a place that is read in two ways, two townships of one name, and two indicators. Readings from a dictionary. */
export const searchFixture: SearchData = {
  regions: [
    { code: '990300', name: '河州市', level: 'prefecture', parent: null, pinyin: 'he zhou shi' },
    { code: '990302', name: '临江县', level: 'county', parent: '990300', pinyin: 'lin jiang xian' },
    { code: '990303', name: '长山区', level: 'county', parent: '990300', pinyin: 'chang/zhang shan qu' },
    { code: '990302001', name: '云溪镇', level: 'township', parent: '990302', pinyin: 'yun xi zhen' },
    { code: '990302002', name: '城关镇', level: 'township', parent: '990302', pinyin: 'cheng guan zhen' },
    { code: '990303001', name: '城关镇', level: 'township', parent: '990303', pinyin: 'cheng guan zhen' },
  ],
  indicators: [
    {
      id: 'nonpublic_coverage_pct',
      page: 'coverage',
      name: { zh: '非公企业党的组织覆盖率', en: 'Non-public firms: organisation coverage' },
      short_name: { zh: '非公覆盖', en: 'Firms covered' },
      pinyin: ['fei gong qi ye dang de zu zhi fu gai lv', 'fei gong fu gai'],
    },
    {
      id: 'villages_no_income_pct',
      page: 'income',
      name: { zh: '集体经济空白村比例', en: 'Villages without income' },
      short_name: { zh: '空白村', en: 'No income' },
      pinyin: ['ji ti jing ji kong bai cun bi li', 'kong bai cun'],
    },
  ],
}

/** Three months of the city and two counties: 990325 had no row in the first, and in the second was below its line by 12. */
export const earlierFixture: EarlierData = {
  indicators: [
    {
      indicator_id: 'nonpublic_coverage_pct',
      periods: ['2026-08', '2026-09', '2026-10'],
      regions: ['990300', '990324', '990325'],
      figures: {
        value: [81, 82, 83, 70, 71, 72, null, 60, 61],
        numerator: [810, 820, 830, 70, 71, 72, null, 30, 30.5],
        denominator: [1000, 1000, 1000, 100, 100, 100, null, 50, 50],
        units_expected: [20, 20, 20, 5, 5, 5, null, 4, 4],
        units_reported: [20, 20, 20, 5, 5, 5, null, 4, 4],
        status: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok', null, 'critical', 'critical'],
        warning: [80, 80, 80, 70, 70, 70, null, 84, 84],
        gap: [null, null, null, null, null, null, null, 12, 12],
      },
      previous: {
        value_before: [null, 81, 82, null, 70, 71, null, null, 60],
        from_numerator: [null, 1, 1, null, 1, 1, null, null, 1],
        from_denominator: [null, 0, 0, null, 0, 0, null, null, 0],
        from_units: [null, 0, 0, null, 0, 0, null, null, 0],
        is_same_units: [null, true, true, null, true, true, null, null, true],
      },
      year_before: {},
    },
  ],
}
