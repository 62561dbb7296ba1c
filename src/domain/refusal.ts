import type { Text } from './text.js'

/**
 * What a run can end in, as the exit code that the scheduler sees:
 * 0 published or nothing new, 1 unexpected, 2 usage, 3 inputs refused, 4 audits failed, 5 locked, 6 the disk is full or must not be written to,
 * 7 messages could not be delivered (`jiceng notify` alone: a refresh does not end in it).
 */
export const exitCodes = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  refused: 3,
  audits: 4,
  locked: 5,
  disk: 6,
  undelivered: 7,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/**
 * An expected error: something a person can put right. It names the value and the way out, in both languages, and is
 * printed without a stack. Anything else that is thrown is unexpected and keeps its stack and cause.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    readonly text: Text,
    readonly exitCode: ExitCode = exitCodes.usage,
    options?: ErrorOptions,
  ) {
    super(text.en, options)
  }
}
