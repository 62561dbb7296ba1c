import { tight } from '../plain-text.js'

/** A group of headings over the figures of an earlier period. */
const earlier = /^(上期|上月|上季度?|上年同期|去年同期)(数|数据)?($|[(（])/

/**
 * Where a path of headings stands under a group such as 上期数（2026年9月）: the position of that group, else -1. The headings
 * below it are words for other figures than this return's, unless the return itself names the group.
 */
export function earlierGroupIn(path: readonly string[]): number {
  return path.slice(0, -1).findIndex((text) => earlier.test(tight(text)))
}
