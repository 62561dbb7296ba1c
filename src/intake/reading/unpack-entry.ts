import { inflateRawSync } from 'node:zlib'
import { ReadingProblem } from './problem.js'
import type { ZipEntry } from './zip-directory.js'

const localSignature = 0x04034b50
const [stored, deflated] = [0, 8] as const

/**
 * The bytes of one part. Never more than its directory declared: a header that lies about the size is found out by the first
 * byte too many, and what it declared was held against the limits before.
 */
export function unpackEntry(bytes: Buffer, { at, method, packed, unpacked }: ZipEntry): Buffer {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== localSignature)
    throw new ReadingProblem('unreadable_workbook')
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const data = bytes.subarray(start, start + packed)
  if (data.length < packed) throw new ReadingProblem('truncated_workbook')
  if (method === stored && packed === unpacked) return data
  if (method !== deflated) throw new ReadingProblem('unreadable_workbook')
  try {
    // One piece of output as large as declared: pieces put together would take the memory twice.
    const text = inflateRawSync(data, { maxOutputLength: Math.max(1, unpacked), chunkSize: Math.max(64, unpacked + 1) })
    if (text.length === unpacked) return text
  } catch {
    // Told below, as the size that does not agree.
  }
  throw new ReadingProblem('damaged_part')
}
