import type { BriefFacts } from '../../domain/brief-facts.js'
import { fill, joined, type Text } from '../../domain/text.js'
import { clauses, semicolons } from './phrases.js'

/**
 * The alerts of the month in one sentence: opened, closed, withdrawn, open. A withdrawn one is not counted as closed, and one that nothing
 * has been reported of is said to be kept as it was: silence is not recovery.
 */
export function sayAlertCounts({ overview, open }: Pick<BriefFacts, 'open'> & { overview: AlertLists }): Text {
  const { opened, closed, withdrawn } = overview
  const critical = open.filter(({ latest_status }) => latest_status === 'critical').length
  const silent = open.filter(({ silent_periods }) => silent_periods > 0).length
  const regions = new Set(open.map(({ region_code }) => region_code)).size
  const counted = (count: number, words: Text) => (count === 0 ? [] : [fill(words, { count })])
  const events = joined(
    [
      fill({ zh: '本月新增预警{count}条', en: 'alerts this month: {count} opened' }, { count: opened.length }),
      fill({ zh: '解除{count}条', en: '{count} closed' }, { count: closed.length }),
      ...counted(withdrawn.length, { zh: '因数据更正撤销{count}条', en: '{count} withdrawn by a correction' }),
    ],
    clauses,
  )
  if (open.length === 0) return joined([events, { zh: '没有未解除的预警', en: 'open: none' }], semicolons)
  const state = joined(
    [
      fill(
        { zh: '未解除预警{open}条，涉及{regions}个地区', en: 'open: {open}, regions concerned: {regions}' },
        { open: open.length, regions },
      ),
      ...counted(critical, { zh: '其中严重{count}条', en: 'critical: {count}' }),
      ...counted(silent, { zh: '{count}条因未报送保持原状', en: 'kept for want of a return: {count}' }),
    ],
    clauses,
  )
  return joined([events, state], semicolons)
}

type AlertLists = Pick<BriefFacts['overview'], 'opened' | 'closed' | 'withdrawn'>
