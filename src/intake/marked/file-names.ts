import { basename, dirname } from 'node:path/posix'
import { withoutPersonalNumbers } from '../table/personal.js'

/** What is given back for a received file: the names of the marked copy and of the receipt, below the folder they go to. */
export interface ReturnedNames {
  copy: string
  receipt: string
}

/** How many bytes of UTF-8 a name may have before its ending, so that it fits every file system. */
const maxStem = 200

/**
 * The names for a received file, in the folder it came in: `甲县.csv` gives `甲县-退回.xlsx` and `甲县-回执.txt`. A copy that is handed
 * in again keeps the name it had. `number` tells files of one name apart, from 1.
 */
export function returnedNames(fileName: string, number: number): ReturnedNames {
  const folder = dirname(fileName)
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .map(safe)
  const [name] = stemAndEnding(basename(fileName.replaceAll('\\', '/')))
  // Also as browsers and file managers number them: 甲县-退回 (1).xlsx
  const stem = shortened(safe(name).replace(/(-退回(\s*[(（]\d+[)）])?)+$/, ''))
  const numbered = number === 1 ? '' : `(${number})`
  const inFolder = (name: string) => [...folder, name].join('/')
  return { copy: inFolder(`${stem}-退回${numbered}.xlsx`), receipt: inFolder(`${stem}-回执${numbered}.txt`) }
}

/** A file's name as it is shown to people: without personal numbers. */
export function shownName(fileName: string): string {
  const [stem, ending] = stemAndEnding(basename(fileName))
  return withoutPersonalNumbers(stem) + ending
}

function stemAndEnding(name: string): [stem: string, ending: string] {
  const ending = /(?<=.)\.[^.]*$/.exec(name)?.[0] ?? ''
  return [name.slice(0, name.length - ending.length), ending]
}

/** A part of a path without what some systems refuse in it, and without personal numbers. */
function safe(part: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must not stay
  const plain = withoutPersonalNumbers(part.trim()).replace(/[\u0000-\u001f<>:"/\\|?*]/g, '_')
  return plain === '' || /^\.+$/.test(plain) ? '_' : plain
}

function shortened(stem: string): string {
  let short = stem === '' ? '_' : stem
  while (Buffer.byteLength(short) > maxStem) short = [...short].slice(0, -1).join('')
  return short
}
