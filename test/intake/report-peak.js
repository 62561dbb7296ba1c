// Loaded with `--import` into every process of a measured run: each leaves its peak memory, in megabytes, in the folder PEAK_FOLDER.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

process.on('exit', () => {
  if (process.env.PEAK_FOLDER)
    writeFileSync(join(process.env.PEAK_FOLDER, String(process.pid)), String(process.resourceUsage().maxRSS / 1024))
})
