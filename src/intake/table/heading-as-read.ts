import type { Column } from '../../domain/column.js'
import type { Dataset } from '../../domain/dataset.js'
import { tight } from '../plain-text.js'
import { headerBookOf, keysOf, namesOf, unitsOf } from './header-book.js'
import { headingAsWritten } from './header-text.js'

const bracket = /[（([【]([^（）()[\]【】]*)[）)\]】]?/g

/**
 * The heading that a column was recognised by, as written: of the cells above each other no more than it takes to tell the column
 * (`非公有制企业-单独组建企业数`), and in brackets nothing but units. So it holds the return's own words only, whatever else
 * somebody wrote into a heading.
 */
export function headingAsRead(path: readonly string[], column: Column, dataset: Dataset): string {
  const book = headerBookOf(dataset)
  const from = keysOf(path).findLastIndex((keys) => {
    const meaning = book.meaningOf([keys])
    return meaning !== null && 'column' in meaning && meaning.column === column
  })
  return path
    .slice(Math.max(0, from))
    .map((text) => text.trim().replace(/\s+/g, ' '))
    .map((text) => (isOwnName(text, column) ? text : withoutRemarks(text, column)))
    .filter((text) => text !== '')
    .join('-')
}

/** True for a name that the column is declared with, brackets and all. */
function isOwnName(text: string, column: Column): boolean {
  return namesOf(column).some((name) => headingAsWritten(name) === headingAsWritten(text))
}

function withoutRemarks(text: string, column: Column): string {
  const units = unitsOf(column).map(tight)
  return text.replace(bracket, (whole, inner: string) => (units.includes(tight(inner)) ? whole : '')).trim()
}
