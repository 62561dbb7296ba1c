import type { Nothing } from '../../domain/submission.js'
import { tight } from '../plain-text.js'

const notApplicable = /^(无|没有|无此项|无此类|不适用|不涉及|[-—–－]+|\/+|n\/?a)$/i
const withheld = /^(保密|涉密|不公开|不宜公开|不便公开|\*+)$/
const unverified = /^(待|尚未|未)(核|查|定|报|补|统计|确认|核实|核定|上报)|^(不详|不明|不清楚|未知|\?+)$/
const approximate =
  /^(大?约|大概|将?近|接近|不足|不到|超过?|逾|至少|最多|不少于|不低于|不超过|[>＞<＜≥≤~])\S*\d|\d\S*(左右|上下|以上|以下|以内|余|多|来|许|\+)\D{0,3}$|^\d+(-|~|—|至|到)\d+\D{0,3}$/

/** Why a cell says that there is no figure: 无此项 and dashes, or 保密; null when it says neither. */
export function nothingIn(text: string): Nothing | null {
  const written = tight(text)
  return notApplicable.test(written) ? 'not_applicable' : withheld.test(written) ? 'withheld' : null
}

/** True for 待核, 未统计, ？: somebody still has to find out. */
export function isUnverified(text: string): boolean {
  return unverified.test(tight(text))
}

/** True for 约40%, 近2%, 30多, 10-20: a figure that is not exact. */
export function isApproximate(text: string): boolean {
  return approximate.test(tight(text))
}
