const [endOfDirectory, entryInDirectory] = [0x06054b50, 0x02014b50]

/**
 * Gives every entry of a zip file the same day (`YYYY-MM-DD`, midnight), in place: the library stamps them with the time at which it ran,
 * and the same release is to give the same bytes.
 */
export function fixDates(zip: Buffer, day: string): Buffer {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number)
  // As DOS counts: seven bits of years since 1980, four of the month, five of the day, after two bytes of time.
  const stamp = (((year - 1980) << 9) | (month << 5) | date) * 0x10000
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || zip.readUInt32LE(end) !== endOfDirectory) throw new Error('not a zip file')
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== entryInDirectory) throw new Error(`no zip entry at ${at}`)
    zip.writeUInt32LE(stamp, at + 12)
    zip.writeUInt32LE(stamp, zip.readUInt32LE(at + 42) + 10)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return zip
}
