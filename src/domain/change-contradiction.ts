import { type Period, shiftPeriod } from './period.js'
import { isValidIn, type RegionChange, type RegionCode } from './region.js'
import type { Contradiction, RegionsByCode } from './region-contradiction.js'

/** The first contradiction among the changes, or between them and the months of the regions; null when there is none. */
export function changeContradiction(
  changes: readonly RegionChange[],
  rows: RegionsByCode,
): Contradiction<RegionChange> | null {
  return validityProblem(changes, rows) ?? togetherProblem(changes)
}

function validityProblem(changes: readonly RegionChange[], rows: RegionsByCode): Contradiction<RegionChange> | null {
  const living = new Set(changes.filter(({ from_code, to_code }) => from_code === to_code).map(groupOf))
  const rowIn = (code: RegionCode, month: Period) => rows.get(code)?.find((row) => isValidIn(row, month))
  for (const change of changes) {
    const { month, kind, from_code, to_code, share } = change
    if (kind === 'rename' && from_code !== to_code)
      return {
        rows: [change],
        text: {
          zh: `更名（rename）不换代码，这一行却从 ${from_code} 到 ${to_code}；换代码请写 recode`,
          en: `a rename keeps its code, but this line goes from ${from_code} to ${to_code}; write recode`,
        },
      }
    if (kind !== 'split' && share !== null)
      return {
        rows: [change],
        text: {
          zh: `只有拆分（split）才有 share，这一行是 ${kind}，share 为 ${share}；请留空`,
          en: `only a split has a share, and this line is a ${kind} with ${share}; leave it blank`,
        },
      }
    const before = shiftPeriod(month, -1)
    const from = rowIn(from_code, before)
    if (!from) return absent(change, from_code, before)
    if (!rowIn(to_code, month)) return absent(change, to_code, month)
    const isOver = kind !== 'rename' && (kind !== 'split' || share !== null) && !living.has(groupOf(change))
    if (isOver && isValidIn(from, month))
      return {
        rows: [change],
        text: {
          zh: `${from_code} 自 ${month} 起已变为别的地区，regions.csv 里它那时却仍有效；请把它的 valid_to 改为 ${before}，它若继续存在，请用 split 并加一行 ${from_code} 到 ${from_code}`,
          en: `${from_code} became another region in ${month}, but regions.csv has it valid then; set its valid_to to ${before}, or, if it lives on, write a split with a line from ${from_code} to ${from_code}`,
        },
      }
  }
  return null
}

function absent(change: RegionChange, code: RegionCode, month: Period): Contradiction<RegionChange> {
  return {
    rows: [change],
    text: {
      zh: `${code} 在 ${month} 无效：regions.csv 里没有它那个月的行；请改正代码、月份，或 regions.csv 中的有效期`,
      en: `${code} is not valid in ${month}: regions.csv has no line of it for that month; put the code, the month, or the months in regions.csv right`,
    },
  }
}

/** What lines about one code and month must agree on: where it went, and with which shares. */
function togetherProblem(changes: readonly RegionChange[]): Contradiction<RegionChange> | null {
  const groups = new Map<string, RegionChange[]>()
  for (const change of changes) {
    if (change.kind === 'rename') continue
    const others = groups.get(groupOf(change))
    if (others) others.push(change)
    else groups.set(groupOf(change), [change])
  }
  for (const group of groups.values()) {
    const [{ from_code, month }] = group as [RegionChange]
    if (new Set(group.map(({ to_code }) => to_code)).size < group.length)
      return {
        rows: group,
        text: {
          zh: `${from_code} 在 ${month} 的变更写了两遍；请删去重复的一行`,
          en: `the change of ${from_code} in ${month} is there twice; delete one of the lines`,
        },
      }
    if (group.length > 1 && group.some(({ kind }) => kind !== 'split'))
      return {
        rows: group,
        text: {
          zh: `${from_code} 在 ${month} 变为 ${group.map(({ to_code }) => to_code).join('、')}；一个变为多个，每一行都要写 split`,
          en: `${from_code} became ${group.map(({ to_code }) => to_code).join(', ')} in ${month}; when one becomes several, every line is a split`,
        },
      }
    const shares = group.flatMap(({ share }) => (share === null ? [] : [share]))
    if (shares.length > 0 && shares.length < group.length)
      return {
        rows: group,
        text: {
          zh: `${from_code} 在 ${month} 拆分为 ${group.length} 个，只有 ${shares.length} 个写了 share；请全写或全不写`,
          en: `${from_code} was split into ${group.length} in ${month} and ${shares.length} of them have a share; give all of them or none`,
        },
      }
    // Whole ten-thousandths, so that 0.1 + 0.2 + 0.7 is 1.
    const sum = shares.reduce((total, share) => total + Math.round(Number(share) * 10_000), 0)
    if (shares.length > 0 && sum !== 10_000)
      return {
        rows: group,
        text: {
          zh: `${from_code} 在 ${month} 拆分的 share 合计应为 1，实为 ${shares.join(' + ')} = ${sum / 10_000}`,
          en: `the shares of ${from_code} in ${month} must add up to 1, but ${shares.join(' + ')} = ${sum / 10_000}`,
        },
      }
  }
  return null
}

function groupOf({ from_code, month }: RegionChange): string {
  return `${from_code} ${month}`
}
