import { type Dataset, isKeyed } from '../../domain/dataset.js'
import { frequencyOf, monthsOf, type Period, periodText } from '../../domain/period.js'
import { Refusal } from '../../domain/refusal.js'
import { isValidIn, isWithin, normaliseCode, type Region } from '../../domain/region.js'
import { regionBookOf } from '../rows/region-book.js'
import { examplePeriod, frequencyText, levelNames } from '../words.js'
import { freeRows, type TemplateOrder, type TemplateRegion } from './order.js'

/** What a template is asked for. */
export interface TemplateWish {
  dataset: Dataset
  /** As typed: 6, 9 or 12 digits. */
  region: string
  period: Period
}

/**
 * Whose return it is and which rows it has: the regions below, at the level of the return, that are valid in its last month.
 * Throws a Refusal where there is no such region, or nothing below it.
 */
export function chooseRows(
  { dataset, region: typed, period }: TemplateWish,
  regions: readonly Region[],
): Pick<TemplateOrder, 'region' | 'unit_name' | 'rows'> {
  if (frequencyOf(period) !== dataset.frequency) throw wrongFrequency(dataset, period)
  const month = monthsOf(period).last
  const region = regionNamed(typed, period, regions)
  const { grain } = dataset
  // There is one nation: its rows are told apart by their key alone, and nobody knows how many there will be.
  if (grain === 'nation' && region.region_level === 'nation') {
    return { region, unit_name: region.region_name, rows: isKeyed(dataset) ? [] : [{ region, above: [] }] }
  }
  const unit_name = nameOf(region, regions, month)
  // Nobody knows how many lines a list has: as many rows as there is room for, each of the region itself.
  if (isKeyed(dataset)) {
    if (region.region_level !== grain) throw listOfOne(dataset, region)
    return { region, unit_name, rows: Array.from({ length: freeRows }, () => ({ region, above: [] })) }
  }
  const rows = regionBookOf(regions)
    .validIn(month, grain, region)
    .toSorted((one, other) => (one.region_code < other.region_code ? -1 : 1))
    .map((of): TemplateRegion => ({ region: of, above: regionsAbove(of, regions, month) }))
  if (rows.length === 0) {
    throw new Refusal({
      zh: `${region.region_name}（${region.region_code}）在${periodText(period).zh}没有${levelNames[grain].zh}，《${dataset.title.zh}》按${levelNames[grain].zh}填报：请选择上级地区`,
      en: `${region.region_name} (${region.region_code}) has no ${levelNames[grain].en} in ${periodText(period).en}, and "${dataset.title.en}" is filled in by ${levelNames[grain].en}: choose a region above it`,
    })
  }
  return { region, unit_name, rows }
}

function listOfOne({ title, grain }: Dataset, { region_name, region_code }: Region): Refusal {
  return new Refusal({
    zh: `《${title.zh}》每个${levelNames[grain].zh}可以有多行，模板只能按一个${levelNames[grain].zh}生成：请用其代码代替 ${region_name}（${region_code}）`,
    en: `"${title.en}" may have many rows a region, so a template is made for one ${levelNames[grain].en}: use its code instead of ${region_code}`,
  })
}

function wrongFrequency({ title, frequency }: Dataset, period: Period): Refusal {
  const [example, often] = [examplePeriod(frequency), frequencyText(frequency)]
  const written = { M: '2026-10', Q: '2026-Q3', A: '2026' }[frequency]
  return new Refusal({
    zh: `报告期“${period}”与报表不符：《${title.zh}》${often.zh}，应写作 ${written}（${example.zh}）`,
    en: `the period "${period}" does not fit: "${title.en}" is ${often.en}, so write ${written} (${example.en})`,
  })
}

/** The region of a code in the period. Throws a Refusal where there is none, or none at that time. */
function regionNamed(typed: string, period: Period, regions: readonly Region[]): Region {
  const code = normaliseCode(typed)
  const named = code === null ? [] : regions.filter(({ region_code }) => region_code === code)
  const valid = named.find((region) => isValidIn(region, monthsOf(period).last))
  if (valid) return valid
  const last = named.at(-1)
  if (last === undefined) {
    throw new Refusal({
      zh: `没有这个地区代码：${typed}；代码见 reference/regions.csv`,
      en: `no such region code: ${typed}; the codes are in reference/regions.csv`,
    })
  }
  const { region_name, valid_from, valid_to } = last
  throw new Refusal({
    zh: `${region_name}（${code}）在${periodText(period).zh}不是有效的地区（有效期 ${valid_from} 至 ${valid_to ?? '今'}）：请用当时有效的代码`,
    en: `${region_name} (${code}) was not valid in ${periodText(period).en} (valid from ${valid_from} to ${valid_to ?? 'now'}): use the code valid at that time`,
  })
}

/** The county and township that a region lies in, from the top down, as they are called in the month. */
function regionsAbove(of: Region, regions: readonly Region[], month: Period): Region[] {
  return regionBookOf(regions)
    .withCode(of.region_code.slice(0, 6))
    .concat(of.region_code.length > 9 ? regionBookOf(regions).withCode(of.region_code.slice(0, 9)) : [])
    .filter((above) => above !== of && isValidIn(above, month) && isWithin(of.region_code, above))
}

/** 孟河县城关镇: a township's name with the county before it, for there are many of the same. */
function nameOf(region: Region, regions: readonly Region[], month: Period): string {
  return [...regionsAbove(region, regions, month), region].map(({ region_name }) => region_name).join('')
}
