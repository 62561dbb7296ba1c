import type { Step } from './run-refresh.js'

/** The parts of a refresh in which a kill has something of its own to break, and how a step of each is known. */
export const phases = {
  lock: ({ what }: Step) => what.includes('/refresh.lock'),
  receipts: ({ what }: Step) => what.includes('/submissions.jsonl'),
  archive: ({ what }: Step) => what.includes('/archive') || what.includes('/.work'),
  'marked copies': ({ what }: Step) => what.includes('/returned'),
  checkpoint: ({ kind, what }: Step) => kind === 'run' && what === 'checkpoint',
  models: ({ kind }: Step) => kind === 'run',
  extracts: ({ what }: Step) => what.includes('/releases/.building/extracts'),
  manifest: ({ what }: Step) => what.includes('/releases/.building/manifest.json'),
  building: ({ what }: Step) => what.includes('/releases/.building'),
  pointers: ({ what }: Step) => /\/releases(\/|$)/.test(what),
} satisfies Record<string, (step: Step) => boolean>
export type Phase = keyof typeof phases

/** The phase that a step is part of. */
export function phaseOf(step: Step): Phase | 'other' {
  return (Object.keys(phases) as Phase[]).find((phase) => phases[phase](step)) ?? 'other'
}
