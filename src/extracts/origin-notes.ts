import type { OriginRemark } from '../domain/figure-origin.js'
import { inList } from '../warehouse/in-list.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { correctionsOf, type Note, notesOn, sheetKey } from './note-queries.js'
import type { RowQuestion } from './origin-rows.js'

/** A row of a file. */
interface FileRow {
  submission_id: string
  sheet: string | null
  table_number: number | null
  row_number: number
  region_code: string
  period: string
}

interface Place {
  submission_id: string
  sheet: string | null
  table_number: number | null
  column_name: string
  letters: string
  header: string
}

/** What is known of the cells of some files beside what stands in them: where they are, and what was done with them. */
export class OriginNotes {
  private constructor(
    private readonly places: ReadonlyMap<string, Place>,
    /** By what they are about. */
    private readonly notes: ReadonlyMap<string, OriginRemark[]>,
    /** By key of the row, and by that and the column. */
    private readonly corrected: ReadonlyMap<string, OriginRemark[]>,
  ) {}

  static async read(
    warehouse: Warehouse,
    { dataset, columns }: Pick<RowQuestion, 'dataset' | 'columns'>,
    submissions: readonly string[],
    mask: (text: string) => string,
  ): Promise<OriginNotes> {
    const values: [string, string] = [submissions.join(','), columns.join(',')]
    const ofColumns = `submission_id in ${inList(1)} and column_name in ${inList(2)}`
    const places = await warehouse.query<Place>(`select * from raw.column_places where ${ofColumns}`, values)
    return new OriginNotes(
      new Map(places.map((place) => [placeKey(place, place.column_name), { ...place, header: mask(place.header) }])),
      collected(await notesOn(warehouse, ofColumns, values, mask)),
      collected(await correctionsOf(warehouse, dataset, mask)),
    )
  }

  /** Where a figure of a row stands; null where its file has no such column. */
  placeOf(row: FileRow, column: string): { cell: string; header: string } | null {
    const place = this.places.get(placeKey(row, column))
    return place ? { cell: `${place.letters}${row.row_number}`, header: place.header } : null
  }

  /** What was done with a figure of a row, and said about it. */
  onCell(row: FileRow, column: string): OriginRemark[] {
    const letters = this.places.get(placeKey(row, column))?.letters
    return [
      ...(letters === undefined ? [] : this.about(row, `${letters}:${column}`)),
      ...this.about(row, column),
      ...this.about(row, `${row.region_code}/${row.period}:${column}`),
      ...(letters === undefined ? [] : this.about(row, `@${letters}${row.row_number}`)),
    ]
  }

  /** What was said about a row as a whole. */
  onRow(row: FileRow): OriginRemark[] {
    return this.about(row, `row ${row.row_number}`)
  }

  /** The declared corrections of a row's figure; `column` null: of the row as a whole. */
  corrections(key: string, column: string | null): OriginRemark[] {
    return this.corrected.get(`${key}/${column ?? ''}`) ?? []
  }

  /** True when a correction takes the row out. */
  isDropped(key: string): boolean {
    return this.corrections(key, null).some((remark) => remark.kind === 'corrected' && remark.action === 'drop')
  }

  private about(row: FileRow, what: string): OriginRemark[] {
    return this.notes.get(sheetKey(row, what)) ?? []
  }
}

function placeKey(place: Pick<FileRow, 'submission_id' | 'sheet' | 'table_number'>, column: string): string {
  return sheetKey(place, `${place.table_number ?? ''}/${column}`)
}

function collected(notes: readonly Note[]): Map<string, OriginRemark[]> {
  const byPlace = new Map<string, OriginRemark[]>()
  for (const { about, remark } of notes) byPlace.set(about, [...(byPlace.get(about) ?? []), remark])
  return byPlace
}
