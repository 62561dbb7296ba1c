// Loaded with `--import` into a refresh that is to be disturbed. It counts every step that changes something - of the file system, and
// every statement of the engine - and says each to its parent as it begins. At the one that DISTURB names it fills the disk, or it
// kills its own process: nothing runs after that, no `finally` and no exit handler.
import { closeSync, openSync, writeSync } from 'node:fs'
import promises from 'node:fs/promises'
import { createRequire, syncBuiltinESMExports } from 'node:module'

const { DuckDBConnection } = createRequire(import.meta.url)('@duckdb/node-api')

/**
 * `step`: at which one of those whose line reads like `of`; `when`: to die before it, after it, or so many milliseconds after it began. `filler`: a file to fill the disk
 * with before it, and not to die.
 */
const { of = '', step, when, filler } = JSON.parse(process.env.DISTURB ?? '{}')
const isCounted = new RegExp(of)
/** The pipe to the parent. */
const parent = 3
let steps = 0

const die = () => process.kill(process.pid, 'SIGKILL')

function fillDisk() {
  const file = openSync(filler, 'w')
  try {
    for (const bytes of [1 << 16, 1 << 12]) {
      try {
        while (writeSync(file, Buffer.alloc(bytes)) === bytes);
      } catch (error) {
        if (error.code !== 'ENOSPC') throw error
      }
    }
  } finally {
    closeSync(file)
  }
}

/** The same function as a step: `about` says of its arguments what it changes; null when that is nothing. */
const counted = (name, original, about) =>
  async function (...args) {
    const what = about(this, ...args)
    if (what === null) return original.apply(this, args)
    const line = `${name}\t${String(what).replace(/\s+/g, ' ').slice(0, 120)}`
    writeSync(parent, `${line}\n`)
    if (!isCounted.test(line) || steps++ !== step) return original.apply(this, args)
    if (filler) fillDisk()
    if (when === 'before') die()
    const done = original.apply(this, args)
    if (typeof when === 'number') setTimeout(die, when)
    const result = await done
    if (when === 'after') die()
    return result
  }

const last = (_, ...args) => args[args.length > 1 && typeof args[1] === 'string' ? 1 : 0]
for (const name of [
  'rename',
  'symlink',
  'link',
  'copyFile',
  'cp',
  'mkdir',
  'rmdir',
  'rm',
  'unlink',
  'writeFile',
  'utimes',
])
  promises[name] = counted(name, promises[name], last)

const paths = new WeakMap()
const open = promises.open
const opening = counted('open', open, (_, path, flags = 'r') => (flags === 'r' ? null : path))
promises.open = async (path, ...rest) => {
  const file = await opening(path, ...rest)
  paths.set(file, path)
  return file
}
const anyFile = await open(process.execPath, 'r')
await anyFile.close()
const FileHandle = Object.getPrototypeOf(anyFile)
for (const name of ['write', 'writeFile', 'sync'])
  FileHandle[name] = counted(name, FileHandle[name], (file) => paths.get(file) ?? '')
syncBuiltinESMExports()

DuckDBConnection.prototype.run = counted('run', DuckDBConnection.prototype.run, (_, sql) => sql)
