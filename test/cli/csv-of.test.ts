import { expect, test } from 'vitest'
import { csvOf } from '../../src/cli/csv-of.js'

test('texts that a spreadsheet would run are made texts, numbers stay numbers', () => {
  const columns = ['title', 'change', 'note'].map((name) => ({ name, type: 'VARCHAR' }))
  const rows = [
    { title: "=cmd|'/c calc'!A0", change: -5, note: '-5' },
    { title: '扩建, "二期"', change: null, note: '@SUM(A1)' },
  ]
  expect(csvOf({ columns, rows })).toBe(`title,change,note\n'=cmd|'/c calc'!A0,-5,-5\n"扩建, ""二期""",,'@SUM(A1)`)
})
