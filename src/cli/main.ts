import { Command, CommanderError } from 'commander'
import { exitCodes } from '../domain/refusal.js'
import { Lang } from '../domain/text.js'
import { check } from './check.js'
import { commandOf, groupOf, localise } from './command.js'
import { doctor } from './doctor.js'
import { explain } from './explain.js'
import { refreshCommand } from './refresh.js'
import { release } from './release.js'
import { sample } from './sample.js'
import { serve } from './serve.js'
import { sql } from './sql.js'
import { template } from './template.js'

const args = process.argv.slice(2)
const lang = chosenLang(args)
const specs = [sample, template, check, refreshCommand, release, sql, explain, serve, doctor]

const program = localise(new Command('jiceng'), lang)
  .description(
    lang === 'zh'
      ? '基层统计：报表进，核查过的数据、预警清单和看板出。'
      : 'Grassroots statistics: returns in; checked figures, alerts and dashboards out.',
  )
  .option('--lang <lang>', lang === 'zh' ? '语言：zh 或 en' : 'language: zh or en', lang)
  .helpCommand(false)
  .exitOverride()
for (const spec of specs)
  program.addCommand(('commands' in spec ? groupOf(spec, lang) : commandOf(spec, lang)).exitOverride())

// Whoever reads us through a pipe may have read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  await program.parseAsync(args, { from: 'user' })
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  // Help and version end well; every other complaint of the parser is about how the command was called.
  process.exitCode = error.exitCode === 0 || error.code === 'commander.help' ? exitCodes.ok : exitCodes.usage
}

/** `--lang en` anywhere on the line, else the environment, else Chinese: help has to speak it before options are parsed. */
function chosenLang(line: readonly string[]): Lang {
  const at = line.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const named = at < 0 ? process.env.JICENG_LANG : line[at]?.includes('=') ? line[at].split('=')[1] : line[at + 1]
  return Lang.catch('zh').parse(named)
}
