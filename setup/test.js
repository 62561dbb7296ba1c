// `npm test`: everything, from a fresh clone: format and lint, types, unit tests, the sample city end to end, the pages in a browser.
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installPrograms } from './programs.js'
import { installPackages, run } from './steps.js'

installPackages()
installPrograms()
run('npx', ['biome', 'ci', '.'])
run('npx', ['tsc', '--noEmit'])
const report = join(mkdtempSync(join(tmpdir(), 'jiceng-test-')), 'report.json')
run('npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
console.log(`${numPassedTests} passed, ${numFailedTests} failed`)
