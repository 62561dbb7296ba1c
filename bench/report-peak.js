// Loaded with `--import` into a measured process: writes its peak memory, in megabytes, to the file named by PEAK_FILE.
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  if (process.env.PEAK_FILE) writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS / 1024))
})
