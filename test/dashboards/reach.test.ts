// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { dot, plot } from '../../dashboards/components/plot.js'

// jsdom measures nothing: a tip is as large as it likes.
Object.assign(SVGElement.prototype, { getBBox: () => ({ x: 0, y: 0, width: 50, height: 20 }) })

const marks = [
  { row: 'a', x: 1, y: 1 },
  { row: 'a', x: 3, y: 2 },
  { row: 'b', x: 1, y: 1 },
  { row: 'b', x: 2.8, y: 5 },
]

/** A chart of two rows, and what is said after each key. */
function walk(...keys: string[]): string[] {
  const chart = plot({
    ...{ width: 200, height: 100, label: 'x', marks: [dot(marks, { x: 'x', y: 'y' })] },
    tips: { marks, x: 'x', y: 'y', words: ({ row, x }) => `${row}${x}`, row: ({ row }) => row, keys: 'k' },
  })
  document.body.replaceChildren(chart)
  return keys.map((key) => {
    chart.dispatchEvent(new KeyboardEvent('keydown', { key }))
    return document.querySelector('[aria-live]')?.textContent ?? ''
  })
}

test('left and right go along a row and stop at its ends, up and down to the nearest of the next row', () => {
  expect(walk('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'Home', 'ArrowDown')).toEqual([
    ...['a1', 'a3', 'a3', 'b2.8', 'a3', 'a1'],
    // In the same place as the mark before: told by its row, not by where it is.
    'b1',
  ])
})

test('the first step to the left begins at the latest', () => expect(walk('ArrowLeft')).toEqual(['a3']))

test('one tip is shown at a time, none after Escape', () => {
  walk('ArrowRight', 'ArrowRight')
  const tips = () => document.querySelectorAll('[aria-label="tip"] path').length
  expect(tips()).toBe(1)
  document.querySelector('svg.chart')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  expect(tips()).toBe(0)
})

test('where all marks are one row, up and down go along it too', () => {
  const chart = plot({
    ...{ width: 200, height: 100, label: 'x', marks: [dot(marks, { x: 'x', y: 'y' })] },
    tips: { marks, x: 'x', y: 'y', words: ({ x }) => `${x}`, row: () => '', keys: 'k' },
  })
  document.body.replaceChildren(chart)
  for (const key of ['Home', 'ArrowDown', 'ArrowDown']) chart.dispatchEvent(new KeyboardEvent('keydown', { key }))
  expect(document.querySelector('[aria-live]')?.textContent).toBe('2.8')
})
