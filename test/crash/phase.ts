import type { Step } from './run-refresh.js'

/** The parts of a refresh in which a kill has something of its own to break, and how the line of a step of each reads. No step is of two. */
export const phases = {
  lock: /\/refresh\.lock/,
  receipts: /\/submissions\.jsonl/,
  archive: /\/(archive|\.work)/,
  'marked copies': /\/returned/,
  checkpoint: /^run\tcheckpoint$/,
  models: /^run\t(?!checkpoint$|.*\/(archive|\.work))/,
  extracts: /^(?!run\t).*\/releases\/\.building\/extracts/,
  manifest: /^(?!run\t).*\/releases\/\.building\/manifest\.json/,
  building: /^(?!run\t).*\/releases\/\.building(?!\/(extracts|manifest\.json))/,
  pointers: /^(?!run\t).*\/releases(\/(?!\.building)|$)/,
} satisfies Record<string, RegExp>
export type Phase = keyof typeof phases

const isOf = (phase: Phase, { kind, what }: Step) => phases[phase].test(`${kind}\t${what}`)

/** The phase that a step is part of. */
export function phaseOf(step: Step): Phase | 'other' {
  return (Object.keys(phases) as Phase[]).find((phase) => isOf(phase, step)) ?? 'other'
}

/**
 * One step of a phase, by a draw from 0 to 1, as `disturbed` takes it: which of the phase's own steps, for steps of different phases
 * that go on at once come in another order each time. Null when none of the steps is of the phase.
 */
export function stepOf(phase: Phase, steps: readonly Step[], draw: number): { of: string; step: number } | null {
  const count = steps.filter((step) => isOf(phase, step)).length
  return count === 0 ? null : { of: phases[phase].source, step: Math.floor(draw * count) }
}
