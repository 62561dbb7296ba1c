import type { Period } from '../domain/period.js'
import type { RegionCode } from '../domain/region.js'
import type { Warehouse } from './warehouse.js'

/** What a file is about as a whole: one that is about the same stands for the one before it. */
export interface FileSubject {
  dataset: string | null
  reporting_unit: RegionCode | null
  period: string | null
}

/** The file that holds for each reporting unit. */
export type Files = ReadonlyMap<RegionCode, string>

/** Which file brought what last. It is kept up while files are loaded: asking the tables again for each takes longer than reading it. */
export class Brought {
  private readonly subjects = new Map<string, string>()
  /** By dataset and period, of each reporting unit. */
  private readonly units = new Map<string, Files>()

  /** What was brought by the files that are loaded already. */
  static async read(warehouse: Warehouse): Promise<Brought> {
    const brought = new Brought()
    const files = await warehouse.query<FileSubject & { submission_id: string }>(
      'select submission_id, dataset, reporting_unit, period from raw.submissions where rows_loaded > 0 order by seq',
    )
    for (const { submission_id, ...subject } of files) brought.subjects.set(subjectKey(subject), submission_id)
    const units = await warehouse.query<{ submission_id: string; dataset: string; unit: RegionCode; period: Period }>(
      `select units.submission_id, units.dataset, units.reporting_unit as unit, units.period
       from raw.submission_units as units
       inner join raw.submissions on submissions.submission_id = units.submission_id
       order by submissions.seq`,
    )
    for (const { submission_id, dataset, ...one } of units) brought.addUnits(submission_id, dataset, [one])
    return brought
  }

  /** The file that was about the same as this one; null when there is none. */
  before(subject: FileSubject): string | null {
    return Object.values(subject).includes(null) ? null : (this.subjects.get(subjectKey(subject)) ?? null)
  }

  addFile(submissionId: string, subject: FileSubject): void {
    this.subjects.set(subjectKey(subject), submissionId)
  }

  addUnits(submissionId: string, dataset: string, units: Iterable<{ unit: RegionCode; period: Period }>): void {
    for (const { unit, period } of units)
      this.units.set(`${dataset} ${period}`, new Map(this.files(dataset, period)).set(unit, submissionId))
  }

  /** The files that hold for a dataset and period: of each unit the last. Another map as soon as another file does. */
  files(dataset: string, period: Period): Files {
    return this.units.get(`${dataset} ${period}`) ?? new Map()
  }
}

function subjectKey({ dataset, reporting_unit, period }: FileSubject): string {
  return `${dataset} ${reporting_unit} ${period}`
}
