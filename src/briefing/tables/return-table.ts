import type { BriefTable } from '../../domain/brief.js'
import type { BriefFacts } from '../../domain/brief-facts.js'
import type { CompletenessLine } from '../../domain/page-data.js'
import { periodText } from '../../domain/period.js'
import type { CompletenessState } from '../../domain/status.js'
import { fill, joined, type Text } from '../../domain/text.js'
import { regionNames, same, semicolons } from '../words/phrases.js'
import { dash, figures, row, words } from './cells.js'

const told: readonly { state: CompletenessState; word: Text }[] = [
  { state: 'missing', word: { zh: '未报', en: 'missing' } },
  { state: 'partly', word: { zh: '报送不全', en: 'in part' } },
  { state: 'late', word: { zh: '迟报', en: 'late' } },
]

/** How each return of the month came in, and who was late, returned in part, or did not. */
export function returnTable({ site, overview }: BriefFacts): BriefTable {
  return {
    kind: 'table',
    id: 'returns',
    caption: { zh: '本月报表报送情况', en: 'Returns of the month' },
    note: null,
    columns: [
      words({ zh: '报表', en: 'Return' }, 34),
      figures({ zh: '应报', en: 'Due' }, 8),
      figures({ zh: '按时', en: 'On time' }, 8),
      figures({ zh: '迟报', en: 'Late' }, 8),
      figures({ zh: '不全', en: 'In part' }, 8),
      figures({ zh: '未报', en: 'Missing' }, 8),
      words({ zh: '单位', en: 'Units' }, 26),
    ],
    rows: overview.completeness.map((line) =>
      row(
        fill({ zh: '{title}（{of}）', en: '{title} ({of})' }, { title: line.title, of: periodText(line.period) }),
        ...[line.expected, line.counts.on_time, line.counts.late, line.counts.partly, line.counts.missing].map(same),
        sayUnits(line, regionNames(site)),
      ),
    ),
  }
}

function sayUnits({ units }: CompletenessLine, name: (code: string) => string): Text {
  const said = told.flatMap(({ state, word }) => {
    const named = units.filter((unit) => unit.state === state).map(({ region_code }) => same(name(region_code)))
    return named.length === 0
      ? []
      : [fill({ zh: '{word}：{names}', en: '{word}: {names}' }, { word, names: joined(named) })]
  })
  return said.length === 0 ? dash : joined(said, semicolons)
}
