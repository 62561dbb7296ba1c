import { type Frequency, periodText } from '../domain/period.js'
import type { RegionLevel } from '../domain/region.js'
import type { Text } from '../domain/text.js'
import { type MessageCode, say } from './messages.js'

/** Levels of region as they are called in sentences. */
export const levelNames: Record<RegionLevel, Text> = {
  nation: { zh: '全国', en: 'nation' },
  province: { zh: '省', en: 'province' },
  prefecture: { zh: '市', en: 'prefecture' },
  county: { zh: '县（市、区）', en: 'county' },
  township: { zh: '乡镇（街道）', en: 'township' },
  village: { zh: '村（社区）', en: 'village' },
}

/** How a period of the frequency is written, as an example. */
export function examplePeriod(frequency: Frequency): Text {
  return periodText({ M: '2026-10', Q: '2026-Q3', A: '2026' }[frequency])
}

/** How often a return is due, as said in sentences. */
export function frequencyText(frequency: Frequency): Text {
  return say(
    ({ M: 'frequency_m', Q: 'frequency_q', A: 'frequency_a' } satisfies Record<Frequency, MessageCode>)[frequency],
  )
}

/** Both languages of nothing: for a hint where there is none. */
export const noText: Text = { zh: '', en: '' }
