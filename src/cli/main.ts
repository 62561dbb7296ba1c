import { Command, CommanderError } from 'commander'
import { exitCodes } from '../domain/refusal.js'
import { Lang } from '../domain/text.js'
import { type CommandGroup, type CommandSpec, commandOf, groupOf, localise } from './command.js'

/** Every command, in the order in which help names them. Whoever calls one waits for that one's sources only. */
const commands: Record<string, () => Promise<CommandSpec | CommandGroup>> = {
  sample: async () => (await import('./sample.js')).sample,
  template: async () => (await import('./template.js')).template,
  check: async () => (await import('./check.js')).check,
  refresh: async () => (await import('./refresh.js')).refreshCommand,
  release: async () => (await import('./release.js')).release,
  sql: async () => (await import('./sql.js')).sql,
  explain: async () => (await import('./explain.js')).explain,
  thresholds: async () => (await import('./thresholds.js')).thresholds,
  notify: async () => (await import('./notify.js')).notifyCommand,
  brief: async () => (await import('./brief.js')).brief,
  serve: async () => (await import('./serve.js')).serve,
  doctor: async () => (await import('./doctor.js')).doctor,
}

const args = process.argv.slice(2)
const lang = chosenLang(args)
const [first = ''] = args
const wanted = Object.hasOwn(commands, first) ? [first] : Object.keys(commands)
const specs = await Promise.all(wanted.flatMap((name) => commands[name]?.() ?? []))

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
