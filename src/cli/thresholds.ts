import type { CommandGroup } from './command.js'
import { thresholdsTry } from './thresholds-try.js'

/** `jiceng thresholds`: the registry of lines. */
export const thresholds: CommandGroup = {
  name: 'thresholds',
  summary: { zh: '阈值表：改动前先试算', en: 'the registry of thresholds: try a change before it is adopted' },
  commands: [thresholdsTry],
}
