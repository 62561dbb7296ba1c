import { limits } from './limits.js'
import { ReadingProblem } from './problem.js'

/** A part of a zip file, as its directory declares it. Sizes in bytes; `at` is where its own header begins. */
export interface ZipEntry {
  name: string
  method: number
  packed: number
  unpacked: number
  at: number
}

const signatures = { entry: 0x02014b50, end: 0x06054b50 } as const
const [endSize, entrySize, localSize] = [22, 46, 30] as const
const zip64 = 0xffffffff

/** What a directory may hold that no spreadsheet program writes. */
const found = {
  twice: { zh: '有重名的部分', en: 'two parts of one name' },
  name: { zh: '有指向别处的名称', en: 'a name that leads elsewhere' },
  shared: { zh: '几个部分共用一段内容', en: 'parts that share their bytes' },
}

/**
 * The directory of a zip file, by name. Nothing is unpacked: what is declared is held against the limits first. Throws a
 * `ReadingProblem` for a file that is cut off, or whose directory is not what a spreadsheet program writes.
 */
export function readZipDirectory(bytes: Buffer): Map<string, ZipEntry> {
  const end = findEnd(bytes)
  const [count, size, start] = [
    bytes.readUInt16LE(end + 10),
    bytes.readUInt32LE(end + 12),
    bytes.readUInt32LE(end + 16),
  ]
  // No file of less than 4 GB needs the larger fields; one that claims to is not read.
  if (count === 0xffff || size === zip64 || start === zip64) throw new ReadingProblem('unreadable_workbook')
  if (count > limits.entries) throw new ReadingProblem('too_many_parts', { count, limit: limits.entries })
  if (start + size > end) throw new ReadingProblem('truncated_workbook')
  const entries = new Map<string, ZipEntry>()
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + entrySize > end || bytes.readUInt32LE(at) !== signatures.entry)
      throw new ReadingProblem('unreadable_workbook')
    const nameLength = bytes.readUInt16LE(at + 28)
    const entry = readEntry(bytes, at, nameLength)
    if (entries.has(entry.name)) throw new ReadingProblem('odd_directory', { found: found.twice })
    entries.set(entry.name, entry)
    at += entrySize + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  refuseOverlaps([...entries.values()], start)
  refuseSizes([...entries.values()])
  return entries
}

/** Where the record stands that ends every zip file: behind it only a comment. A file that is not there to its end has none. */
function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - endSize - 0xffff)
  for (let at = bytes.length - endSize; at >= lowest; at -= 1) if (bytes.readUInt32LE(at) === signatures.end) return at
  throw new ReadingProblem('truncated_workbook')
}

function readEntry(bytes: Buffer, at: number, nameLength: number): ZipEntry {
  const name = bytes.toString('utf8', at + entrySize, at + entrySize + nameLength).replaceAll('\\', '/')
  const encrypted = (bytes.readUInt16LE(at + 8) & 1) !== 0
  const entry: ZipEntry = {
    name: name.replace(/^\//, ''),
    method: bytes.readUInt16LE(at + 10),
    packed: bytes.readUInt32LE(at + 20),
    unpacked: bytes.readUInt32LE(at + 24),
    at: bytes.readUInt32LE(at + 42),
  }
  if (encrypted) throw new ReadingProblem('encrypted_workbook')
  const sizes = [entry.packed, entry.unpacked, entry.at]
  const strange = name.length > limits.entryName || name.split('/').includes('..') || /^[A-Za-z]:|^\/\/|\0/.test(name)
  if (strange) throw new ReadingProblem('odd_directory', { found: found.name })
  if (sizes.includes(zip64)) throw new ReadingProblem('unreadable_workbook')
  return entry
}

/** Parts that share bytes make a small file unpack to a huge one. */
function refuseOverlaps(entries: readonly ZipEntry[], directory: number): void {
  let free = 0
  for (const { at, name, packed } of [...entries].sort((a, b) => a.at - b.at)) {
    if (at < free) throw new ReadingProblem('odd_directory', { found: found.shared })
    free = at + localSize + Buffer.byteLength(name) + packed
  }
  if (free > directory) throw new ReadingProblem('unreadable_workbook')
}

function refuseSizes(entries: readonly ZipEntry[]): void {
  const megabytes = (size: number) => Math.ceil(size / 1024 / 1024)
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0)
  if (total > limits.unpackedBytes)
    throw new ReadingProblem('unpacks_too_large', {
      megabytes: megabytes(total),
      limit: megabytes(limits.unpackedBytes),
    })
  for (const { packed, unpacked } of entries)
    if (unpacked > limits.ratioFrom && unpacked > packed * limits.ratio)
      throw new ReadingProblem('unpacks_out_of_ratio', {
        ratio: Math.round(unpacked / Math.max(packed, 1)),
        limit: limits.ratio,
      })
}
