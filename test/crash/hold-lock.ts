// One of many processes that want the same lock: argv is the home and a seed. It takes the lock again and again, checks that it is
// alone, and now and then dies while it holds it or while it wants it. Ends with 9 when it was not alone.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chance } from '../../data/sample/chance.js'
import { Refusal } from '../../src/domain/refusal.js'
import { homeAt } from '../../src/refresh/home.js'
import { withLock } from '../../src/refresh/lock.js'
import { isAlive, markOf } from '../../src/refresh/process-mark.js'

const [root = '', seed = '', rounds = '0'] = process.argv.slice(2)
const home = homeAt(root)
const inside = join(root, 'inside')
const mark = String(await markOf(process.pid))
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const die = () => process.kill(process.pid, 'SIGKILL')

await mkdir(inside, { recursive: true })
let held = 0
for (let round = 0; round < Number(rounds); round++) {
  const draw = chance(seed, round)
  if (draw < 0.005) setTimeout(die, draw * 200)
  try {
    await withLock(home, async () => {
      await writeFile(join(inside, mark), '')
      await pause(draw * 3)
      for (const other of await readdir(inside)) {
        if (other === mark) continue
        if (await isAlive(other)) process.exit(9)
        await rm(join(inside, other), { force: true })
      }
      if (draw > 0.99) die()
      held += 1
      await rm(join(inside, mark))
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await pause(chance(seed, round, 'pause') * 5)
  }
}
process.stdout.write(String(held))
