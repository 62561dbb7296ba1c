// `npm run dev`: the pages with live reload, over the page data of the current release.
import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './steps.js'

const pageData = join(root, 'data', 'releases', 'current', 'extracts', 'pages')
if (!existsSync(pageData)) {
  console.error('还没有发布过：请先运行 npm start / nothing is published yet: run npm start first')
  process.exit(2)
}
const target = join(root, 'dashboards', 'data')
rmSync(target, { recursive: true, force: true })
cpSync(pageData, target, { recursive: true, dereference: true })
const env = { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: 'true' }
run('npx', ['observable', 'preview', ...process.argv.slice(2)], { env })
