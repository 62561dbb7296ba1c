import type { Bands } from '../../src/domain/topic.js'

/*
 * The bands of the national agricultural statistics, from poor to rich, with the rule that puts a boundary value into one of them
 * only. `village_bands.sql` beside this file holds the same rule as SQL; a test holds the two together.
 */
const list: Bands['list'] = [
  { band: 'none', name: { zh: '无收入', en: 'None' }, rule: { zh: '等于0', en: 'zero' } },
  {
    band: 'up_to_50k',
    name: { zh: '5万元及以下', en: 'Up to 50,000' },
    rule: { zh: '大于0，不超过5万元（含5万元）', en: 'above 0, up to and including 50,000' },
  },
  {
    band: '50k_to_100k',
    name: { zh: '5万—10万元', en: '50,000 to 100,000' },
    rule: { zh: '超过5万元，不超过10万元（含10万元）', en: 'above 50,000, up to and including 100,000' },
  },
  {
    band: '100k_to_500k',
    name: { zh: '10万—50万元', en: '100,000 to 500,000' },
    rule: { zh: '超过10万元，不超过50万元（含50万元）', en: 'above 100,000, up to and including 500,000' },
  },
  {
    band: '500k_to_1m',
    name: { zh: '50万—100万元', en: '500,000 to 1 million' },
    rule: { zh: '超过50万元，不到100万元（不含100万元）', en: 'above 500,000, below 1 million' },
  },
  {
    band: 'from_1m',
    name: { zh: '100万元及以上', en: '1 million or more' },
    rule: { zh: '100万元及以上（含100万元）', en: '1 million or more' },
  },
]

/** Villages by band of collective income, and how they moved between bands since the year before. */
export const incomeBands: Bands = {
  list,
  distribution: 'marts.income_bands',
  transitions: 'marts.income_transitions',
}
