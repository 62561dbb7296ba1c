import { resolve } from 'node:path'
import { Command, type Help } from 'commander'
import type { ExitCode } from '../domain/refusal.js'
import type { Lang, Text } from '../domain/text.js'
import { type Home, homeAt } from '../refresh/home.js'
import { tell } from './error.js'
import { processTerminal, type Terminal } from './terminal.js'
import { visibleText } from './visible-text.js'

/** What every command is given. */
export interface Context {
  home: Home
  json: boolean
  terminal: Terminal
}

/** What every command declares. */
export interface CommandSpec {
  name: string
  summary: Text
  /** Calls that work as they stand. */
  examples: string[]
  /** Adds arguments and options of its own. */
  declare?: (command: Command, say: (text: Text) => string) => void
  run: (context: Context, options: Record<string, unknown>, args: string[]) => Promise<ExitCode>
}

/** Commands under one name: `jiceng release list`. */
export interface CommandGroup {
  name: string
  summary: Text
  commands: CommandSpec[]
}

const words = {
  usage: { zh: '用法：', en: 'Usage:' },
  options: { zh: '选项：', en: 'Options:' },
  commands: { zh: '命令：', en: 'Commands:' },
  arguments: { zh: '参数：', en: 'Arguments:' },
  examples: { zh: '示例：', en: 'Examples:' },
  help: { zh: '显示帮助', en: 'show help' },
  default: { zh: '默认', en: 'default' },
  home: {
    zh: '安装目录，内有 reference/ inbox/ archive/ releases/',
    en: 'installation folder with reference/ inbox/ archive/ releases/',
  },
  lang: { zh: '语言：zh 或 en', en: 'language: zh or en' },
  json: { zh: '只输出一个 JSON 对象，供程序读取', en: 'print one JSON object, for machines' },
} satisfies Record<string, Text>

/** Makes commander speak the chosen language. */
export function localise(command: Command, lang: Lang): Command {
  const titles: Record<string, string> = {
    'Usage:': words.usage[lang],
    'Options:': words.options[lang],
    'Commands:': words.commands[lang],
    'Arguments:': words.arguments[lang],
  }
  return command
    .configureHelp({
      styleTitle: (title: string) => titles[title] ?? title,
      optionDescription: ({ description, defaultValue }) =>
        typeof defaultValue === 'string' ? `${description} (${words.default[lang]} ${defaultValue})` : description,
    } satisfies Partial<Help>)
    .helpOption('-h, --help', words.help[lang])
}

/** Turns a group into a commander command whose help names all that is under it, with the examples. */
export function groupOf(group: CommandGroup, lang: Lang): Command {
  const examples = group.commands.flatMap((spec) => spec.examples.slice(0, 1))
  const command = withExamples(localise(new Command(group.name), lang), examples, lang)
    .description(group.summary[lang])
    .helpCommand(false)
  for (const spec of group.commands) command.addCommand(commandOf(spec, lang).exitOverride())
  return command
}

function withExamples(command: Command, examples: readonly string[], lang: Lang): Command {
  return command.addHelpText('after', `\n${words.examples[lang]}\n${examples.map((line) => `  ${line}`).join('\n')}`)
}

/** Turns a declaration into a commander command that ends the process with its exit code. */
export function commandOf(spec: CommandSpec, lang: Lang): Command {
  const command = withExamples(localise(new Command(spec.name), lang), spec.examples, lang)
    .description(spec.summary[lang])
    .option('--home <dir>', words.home[lang], 'data')
    .option('--lang <lang>', words.lang[lang], lang)
    .option('--json', words.json[lang], false)
  spec.declare?.(command, (text) => text[lang])
  command.action(async () => {
    const options = command.opts()
    const terminal = processTerminal(lang, options.json)
    const args = command.processedArgs.flat().filter((arg): arg is string => typeof arg === 'string')
    const home = homeAt(resolve(options.home))
    try {
      process.exitCode = await spec.run({ home, json: options.json, terminal }, options, args)
      terminal.settle()
    } catch (error) {
      terminal.settle()
      const { text, exitCode } = tell(error, lang, home.root)
      process.stderr.write(`${visibleText(text)}\n`)
      process.exitCode = exitCode
    }
  })
  return command
}
