import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeBrief } from '../../src/briefing/write-brief.js'
import type { Brief } from '../../src/domain/brief.js'
import type { Figure } from '../../src/domain/page-data.js'
import type { Text } from '../../src/domain/text.js'
import { facts, figure, indicator, since } from './facts.js'

/** Every text of a bulletin. */
function textsOf(content: unknown): Text[] {
  if (content === null || typeof content !== 'object') return []
  if ('zh' in content && 'en' in content) return [content as Text]
  return Object.values(content).flatMap(textsOf)
}

/** A difference said in per cent: after a verb of change, or as a cell with its sign. */
const wrong = [
  /(上升|下降|增加|减少|提高|降低|升|降)[^，；。、（）]*%/,
  /\b(up|down|by|more|fewer)\b[^,;()]*%/,
  /(^|[\s（(])[+-][\d,.]+ ?%/,
]

const rate = fc.double({ min: 0, max: 100, noNaN: true })
const status = fc.constantFrom<Figure['status']>(
  'ok',
  'warning',
  'critical',
  'small_base',
  'not_reported',
  'not_due',
  null,
)
const moved = fc.record({
  value: fc.option(rate),
  previous: fc.option(rate.map(since)),
  year_before: fc.option(rate.map(since)),
  status,
  period: fc.constantFrom('2026-10', '2026-Q3', '2025'),
})

function bulletin(city: Partial<Figure>, counties: readonly Partial<Figure>[], decimals: number): Brief {
  const base = facts()
  return writeBrief({
    ...base,
    site: { ...base.site, indicators: [indicator({ decimals })] },
    figures: [figure(city), ...counties.map((changes, at) => figure({ ...changes, region_code: `99010${at + 1}` }))],
  })
}

test('no sentence and no cell says a difference of rates in per cent', () => {
  fc.assert(
    fc.property(
      moved,
      fc.array(moved, { minLength: 3, maxLength: 3 }),
      fc.integer({ min: 0, max: 2 }),
      (city, counties, decimals) => {
        for (const { zh, en } of textsOf(bulletin(city, counties, decimals)))
          for (const pattern of wrong) expect([zh, en].filter((text) => pattern.test(text))).toEqual([])
      },
    ),
  )
})

test('where it moved, it says by how many points, as many as the values differ by', () => {
  fc.assert(
    fc.property(rate, rate, (value, before) => {
      const [, now] = bulletin({ value, previous: since(before), status: 'ok' }, [], 1).summary
      const tenths = Math.abs(value - before) * 10
      fc.pre(Math.abs(tenths - Math.round(tenths)) < 0.49)
      const by = (Math.round(tenths) / 10).toFixed(1)
      const said = tenths < 0.5 ? '与上月持平' : `${value > before ? '上升' : '下降'}${by}个百分点`
      expect(now?.text.zh).toContain(said)
    }),
  )
})

test('rows of counties stand in the order of the region list, whatever their values', () => {
  fc.assert(
    fc.property(fc.array(moved, { minLength: 3, maxLength: 3 }), (counties) => {
      const { sections } = bulletin({}, counties, 1)
      const tables = sections.flatMap(({ id, blocks }) => (id === 'counties' ? blocks : []))
      for (const table of tables)
        if (table.kind === 'table')
          expect(table.rows.map(({ cells }) => cells[0]?.text.zh)).toEqual(['甲区', '乙县', '丙县', '全市'])
    }),
  )
})
