import type { Lang, Text } from '../domain/text.js'
import { visibleText } from './visible-text.js'

/** Where a command writes: results to standard output, everything about the run to standard error. */
export interface Terminal {
  lang: Lang
  /** A line of the result. */
  print: (line: string) => void
  /** A line about the run. */
  note: (text: Text) => void
  /** The step that is being worked on: shown in place, and only where a person is watching. */
  progress: (step: Text) => void
  /** Ends the line of progress. */
  settle: () => void
}

/** The process's own terminal: everything passes `visibleText`, for names and texts from received files are in it. `quiet` leaves out progress and notes, as for `--json`. */
export function processTerminal(lang: Lang, quiet: boolean): Terminal {
  const { stdout, stderr } = process
  const watched = stderr.isTTY && !quiet
  return {
    lang,
    print: (line) => stdout.write(`${visibleText(line)}\n`),
    note: (text) => {
      if (!quiet) stderr.write(`${visibleText(text[lang])}\n`)
    },
    progress: (step) => {
      if (watched)
        stderr.write(`\r\u001b[2K${visibleText(step[lang]).replaceAll('\n', ' ')}`.slice(0, (stderr.columns ?? 80) + 4))
    },
    settle: () => {
      if (watched) stderr.write('\r\u001b[2K')
    },
  }
}
