import type { MessageValues, Place } from '../finding.js'
import type { MessageCode } from '../messages.js'

/** Why a file is not read: what becomes a finding about the whole file. Plain data, so that it passes between processes. */
export interface Problem {
  code: MessageCode
  place?: Place
  values?: MessageValues
}

/** Thrown inside the reading of one file and caught at its door: a file from outside is refused, never an accident. */
export class ReadingProblem extends Error {
  readonly problem: Problem

  constructor(code: MessageCode, values: MessageValues = {}, place: Place = {}) {
    super(code)
    this.problem = { code, values, place: { ...place, wholeFile: true } }
  }
}
