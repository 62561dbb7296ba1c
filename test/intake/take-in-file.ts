// What `takeInAlone` starts: takes one file in, and says on one line of JSON what became of it.
import { readFileSync } from 'node:fs'
import { takeIn } from '../../src/intake/take-in.js'
import { datasets } from './datasets.js'
import { regions } from './regions.js'

const [path = '', name = path] = process.argv.slice(2)
const bytes = readFileSync(path)
const started = performance.now()
const { verdict, findings, rows } = await takeIn({ name, bytes }, { datasets, regions })
const seconds = (performance.now() - started) / 1000
const codes = [...new Set(findings.map(({ code }) => code))]
process.stdout.write(JSON.stringify({ verdict, codes, rows, sentence: findings[0]?.message.zh ?? '', seconds }))
