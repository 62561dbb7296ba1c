// `npm start`: from a fresh clone to the site of the fictional city on 127.0.0.1:3000.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { installPackages, root, run } from './steps.js'

installPackages()
const jiceng = join(root, 'bin', 'jiceng.js')
const inbox = join(root, 'data', 'inbox')
// A folder that already holds returns is somebody's own: the sample is only for an empty one.
if (!existsSync(inbox) || readdirSync(inbox).length === 0) run(process.execPath, [jiceng, 'sample'])
run(process.execPath, [jiceng, 'refresh'])
run(process.execPath, [jiceng, 'serve', ...process.argv.slice(2)])
