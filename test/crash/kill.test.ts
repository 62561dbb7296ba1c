import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chance } from '../../data/sample/chance.js'
import { contentOf, damageOf, differences } from './home-content.js'
import { type Phase, phaseOf, phases, stepOf } from './phase.js'
import { bundleProgram } from './program.js'
import { disturbed, type Ended, refreshHome } from './run-refresh.js'
import { type Beginning, copyHome, expectGood, makeScene, type Scene, scratchFolder } from './scene.js'

/**
 * How many refreshes are killed; `CRASH_RUNS=200` and more take longer than every run of all tests should. The seeds are fixed: the same
 * number dies at the same step, or at the same part of the time.
 */
const runs = Number(process.env.CRASH_RUNS ?? 100)
const seeds = Array.from({ length: runs }, (_, index) => index + 1)
/** Every fifth seed kills the next refresh as well. */
const isTwice = (seed: number) => seed % 5 === 0

const names = Object.keys(phases) as Phase[]
const killed: Record<string, number> = {}
let folder = ''
let main = ''
let scenes: Record<Beginning, Scene>
beforeAll(async () => {
  folder = await scratchFolder()
  main = await bundleProgram(folder)
  scenes = {
    first: await makeScene(folder, main, 'first'),
    little: await makeScene(folder, main, 'little'),
    everything: await makeScene(folder, main, 'everything'),
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** At any moment of the whole run. */
function killAtMoment(home: string, { ms }: Scene, seed: number): Promise<Ended> {
  return refreshHome(main, home, { ...disturbed(), killAfter: ms * chance('moment', seed) })
}

/** How long after a step has begun: milliseconds for those that are to be cut in two. */
const moments = ['before', 'after', 0, 1, 3] as const

/** At a step of one phase after the other, and in each phase at one moment after the other; whenever, if the scene has no such step. */
function killInPhase(home: string, scene: Scene, seed: number): Promise<Ended> {
  const turn = Math.floor(seed / 2)
  const phase = names[turn % names.length] as Phase
  const when = moments[Math.floor(turn / names.length) % moments.length] as (typeof moments)[number]
  const at = stepOf(phase, scene.steps, chance('step', seed))
  return at === null ? killAtMoment(home, scene, seed) : refreshHome(main, home, disturbed({ ...at, when }))
}

/** Counts in which phase a run died, and gives the step. */
function noteDeath({ code, steps }: Ended): string {
  const last = steps.at(-1)
  const phase = code !== null ? 'at its end' : last === undefined ? 'at its start' : phaseOf(last)
  killed[phase] = (killed[phase] ?? 0) + 1
  return `${phase}: ${last?.kind} ${last?.what}`
}

describe('a refresh that is killed', () => {
  test.concurrent.each(seeds)('leaves the last release whole, and the next one completes: seed %i', async (seed) => {
    const draw = chance('beginning', seed)
    const beginning = draw < 0.25 ? 'everything' : draw < 0.4 ? 'first' : 'little'
    const scene = scenes[beginning]
    const isNew = beginning === 'first'
    const home = await copyHome(scene.home, join(folder, String(seed)))
    let died = noteDeath(await (seed % 2 === 0 ? killInPhase : killAtMoment)(home, scene, seed))
    expect(await damageOf(home, { isNew }), died).toEqual([])
    if (isTwice(seed)) {
      died += `; ${noteDeath(await killAtMoment(home, scene, -seed))}`
      expect(await damageOf(home, { isNew }), died).toEqual([])
    }

    expectGood(await refreshHome(main, home))
    expect(await damageOf(home), died).toEqual([])
    expect(differences(await contentOf(home), scene.after), died).toEqual([])
    await rm(home, { recursive: true })
  })

  test.runIf(runs >= 100)('was killed in every phase', () => {
    process.stdout.write(`killed: ${JSON.stringify(killed)}\n`)
    for (const phase of names) expect(killed[phase], phase).toBeGreaterThanOrEqual(Math.ceil(runs / 50))
  })
})
