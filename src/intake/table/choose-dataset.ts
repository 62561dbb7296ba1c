import type { Dataset } from '../../domain/dataset.js'
import type { Finding } from '../../domain/reject.js'
import { finding } from '../finding.js'
import { tight } from '../plain-text.js'
import { cellAt, type Grid } from '../reading/grid.js'
import { type FoundTable, findTable, headerPlaces } from './find-table.js'

/** The return that a file is, the tables of it, and sheets that were left out; or the finding that refuses the file. */
export type Chosen = { dataset: Dataset; tables: FoundTable[]; findings: Finding[] } | Finding

/** Says which return a file is: by the headings found, then by the words of title and file name. Unsure is refused. */
export function chooseDataset(grids: readonly Grid[], fileName: string, datasets: readonly Dataset[]): Chosen {
  const found = grids.map((grid) => {
    const places = headerPlaces(grid, datasets)
    const tables = datasets.flatMap((dataset) => findTable(places, dataset) ?? [])
    return tables.toSorted((one, other) => rank(other) - rank(one))
  })
  // A return is as good as its best sheet: how many of its columns are there, and how much of it that is.
  const scores = new Map<Dataset, number>()
  for (const table of found.flat()) scores.set(table.dataset, Math.max(scores.get(table.dataset) ?? 0, rank(table)))
  if (scores.size === 0) return finding('reject', 'no_table', {})
  const best = Math.max(...scores.values())
  const close = [...scores].filter(([, score]) => Math.floor(score) === Math.floor(best)).map(([dataset]) => dataset)
  const named = close.filter((dataset) => isNamedIn(grids, fileName, dataset))
  const top = close.filter((dataset) => scores.get(dataset) === best)
  const choice = named.length === 1 ? named : top
  const [dataset] = choice
  if (dataset === undefined || choice.length > 1) {
    const candidates = {
      zh: close.map(({ title }) => title.zh).join('、'),
      en: close.map(({ title }) => title.en).join(', '),
    }
    return finding('reject', 'dataset_unclear', {}, { candidates })
  }
  const tables = found.flatMap((tablesOfSheet) => tablesOfSheet.find((table) => table.dataset === dataset) ?? [])
  const findings = found.flatMap((tablesOfSheet, index) => {
    const [other] = tablesOfSheet
    const grid = grids[index] as Grid
    if (other === undefined || tablesOfSheet.some((table) => table.dataset === dataset)) return []
    return finding('warn', 'other_sheet', { sheet: grid.sheet }, { name: grid.sheet ?? '', other: other.dataset.title })
  })
  return { dataset, tables, findings }
}

/** Columns found, and as a fraction the share of the return that they are. */
function rank({ matched, dataset }: FoundTable): number {
  return matched + matched / (dataset.columns.length + 1)
}

/** True when the file's name, a sheet's, or one of the first rows holds a title word of the return. */
function isNamedIn(grids: readonly Grid[], fileName: string, dataset: Dataset): boolean {
  const texts = [fileName]
  for (const { sheet, rows } of grids) {
    texts.push(sheet ?? '', ...rows.slice(0, 5).flatMap((row) => row.cells.map((_, at) => cellAt(row, at).text)))
  }
  return texts.map(tight).some((text) => dataset.title_words.some((word) => text.includes(word)))
}
