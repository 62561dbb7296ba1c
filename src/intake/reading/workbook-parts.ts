import { ReadingProblem } from './problem.js'
import { XmlCursor } from './xml-cursor.js'
import { asUtf8 } from './xml-text.js'

/** A sheet as the workbook lists it: what it is called, whether it is seen, and the part that holds it. */
export interface ListedSheet {
  name: string
  hidden: boolean
  path: string
}

/** Where the parts of a workbook are. Paths as in the zip's directory. */
export interface WorkbookParts {
  sheets: ListedSheet[]
  texts: string | null
  styles: string | null
  /** Days are counted from 1904, as old Apple programs did. */
  from1904: boolean
}

const found = { zh: '几张工作表共用一段内容', en: 'sheets that share their content' }

/** A relation of a part: to which other one, of which kind (the last word of its type). */
interface Relation {
  id: string
  kind: string
  target: string
}

/** Finds the parts of a workbook by following its relations, never by their usual names. Null when there is no workbook in it. Throws a `ReadingProblem`. */
export function findParts(read: (path: string) => Buffer | null): WorkbookParts | null {
  const main = readRelations(read, '').find(({ kind }) => kind === 'officeDocument')?.target
  const bytes = main === undefined ? null : read(main)
  if (main === undefined || bytes === null) return null
  const relations = readRelations(read, main)
  const byId = new Map(relations.map((relation) => [relation.id, relation]))
  const paths = new Set<string>()
  const sheets: ListedSheet[] = []
  let from1904 = false
  const cursor = new XmlCursor(asUtf8(bytes))
  for (let token = cursor.next(); token !== 'end'; token = cursor.next()) {
    if (token !== 'open') continue
    if (cursor.depth === 1 && cursor.name !== 'workbook') return null
    if (cursor.name === 'workbookPr') from1904 = ['1', 'true'].includes(cursor.attribute('date1904') ?? '')
    if (cursor.name !== 'sheet') continue
    const relation = byId.get(cursor.attribute('id') ?? '')
    // A sheet of its own kind (a chart, a dialogue) has no cells.
    if (relation?.kind !== 'worksheet') continue
    // One part as a hundred sheets would be read a hundred times.
    if (paths.has(relation.target)) throw new ReadingProblem('odd_directory', { found })
    paths.add(relation.target)
    const hidden = /hidden/i.test(cursor.attribute('state') ?? '')
    sheets.push({ name: cursor.attribute('name') ?? '', hidden, path: relation.target })
  }
  const partOf = (kind: string) => relations.find((relation) => relation.kind === kind)?.target ?? null
  return { sheets, texts: partOf('sharedStrings'), styles: partOf('styles'), from1904 }
}

/** The relations of a part (of the whole file for an empty path), their targets as paths from the top. */
function readRelations(read: (path: string) => Buffer | null, part: string): Relation[] {
  const folder = part.split('/').slice(0, -1)
  const bytes = read([...folder, '_rels', `${part.split('/').at(-1) ?? ''}.rels`].join('/'))
  if (bytes === null) return []
  const relations: Relation[] = []
  const cursor = new XmlCursor(asUtf8(bytes))
  for (let token = cursor.next(); token !== 'end'; token = cursor.next()) {
    if (token !== 'open' || cursor.name !== 'Relationship' || cursor.attribute('TargetMode') === 'External') continue
    const target = resolve(folder, cursor.attribute('Target') ?? '')
    const kind = cursor.attribute('Type')?.split('/').at(-1) ?? ''
    relations.push({ id: cursor.attribute('Id') ?? '', kind, target })
  }
  return relations
}

function resolve(folder: readonly string[], target: string): string {
  const path = target.startsWith('/') ? [] : [...folder]
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}
