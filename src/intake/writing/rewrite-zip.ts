import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** What a part of an archive is changed into; null leaves it as it is. */
export type Change = (path: string) => ((text: string) => string) | null

/**
 * An archive with some of its parts changed. Only for archives that we wrote ourselves a moment ago: nothing of the size of what
 * is unpacked is checked.
 */
export function rewriteZip(bytes: Uint8Array, change: Change): Uint8Array {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = archive.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  const count = archive.readUInt16LE(end + 10)
  let at = archive.readUInt32LE(end + 16)
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (let index = 0; index < count; index++) {
    const nameLength = archive.readUInt16LE(at + 28)
    const next = at + 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
    const entry = Buffer.from(archive.subarray(at, next))
    const name = entry.subarray(46, 46 + nameLength)
    const from = archive.readUInt32LE(at + 42)
    const begin = from + 30 + archive.readUInt16LE(from + 26) + archive.readUInt16LE(from + 28)
    let data = archive.subarray(begin, begin + archive.readUInt32LE(at + 20))
    const changed = change(name.toString('utf8'))
    if (changed !== null) {
      const text = Buffer.from(changed(String(entry.readUInt16LE(10) === 8 ? inflateRawSync(data) : data)))
      data = deflateRawSync(text)
      entry.writeUInt16LE(8, 10)
      entry.writeUInt32LE(crc32(text), 16)
      entry.writeUInt32LE(data.length, 20)
      entry.writeUInt32LE(text.length, 24)
    }
    entry.writeUInt32LE(offset, 42)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    // Version, flags, method, time, day, sums and sizes: the same as in the directory.
    entry.copy(local, 4, 6, 28)
    local.writeUInt16LE(nameLength, 26)
    locals.push(local, name, data)
    entries.push(entry)
    offset += local.length + name.length + data.length
    at = next
  }
  const directory = Buffer.concat(entries)
  const tail = Buffer.from(archive.subarray(end))
  tail.writeUInt32LE(directory.length, 12)
  tail.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, tail])
}
