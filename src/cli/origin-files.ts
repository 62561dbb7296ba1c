import type { OriginCell, OriginData } from '../domain/figure-origin.js'
import { fill, type Lang } from '../domain/text.js'
import { verdictTerms } from './origin-terms.js'

/** The files that a tree speaks of, numbered in the order in which it does: `[1] Sheet1!D8` says where a figure stands. */
export class FileNumbers {
  private readonly numbers = new Map<string, number>()

  constructor(
    private readonly data: OriginData,
    private readonly lang: Lang,
  ) {}

  /** A place in a file. */
  place(submission: string, sheet: string | null, cells: string): string {
    return `${this.of(submission)} ${sheet === null ? '' : `${sheet}!`}${cells}`
  }

  /** A file's number. */
  of(submission: string): string {
    const number = this.numbers.get(submission) ?? this.numbers.size + 1
    this.numbers.set(submission, number)
    return `[${number}]`
  }

  /** The list of files, each with what holds for whole columns of it. */
  lines(): string[] {
    const isZh = this.lang === 'zh'
    const lines = [...this.numbers].flatMap(([id, number]) => {
      const file = this.data.files[id]
      if (file === undefined) return []
      const verdict = fill(verdictTerms[file.verdict], { count: file.rows_rejected })[this.lang]
      const received = isZh ? `${file.received_on} 收到` : `received ${file.received_on}`
      return [`[${number}] ${file.file_name}  ${received}  ${verdict}`, ...this.formulasIn(id)]
    })
    return lines.length === 0 ? [] : [isZh ? '文件' : 'files', ...lines]
  }

  private formulasIn(submission: string): string[] {
    const rows = Object.values(this.data.rows).filter((row) => row.submission_id === submission)
    return [...new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => this.formulas(cell))))]
  }

  private formulas({ header, remarks }: OriginCell): string[] {
    return remarks.flatMap((remark) => {
      if (remark.kind !== 'formulas') return []
      return this.lang === 'zh'
        ? [`    “${header}”一列有 ${remark.cells} 个数是公式的结果`]
        : [`    under “${header}” ${remark.cells} figures are results of formulas`]
    })
  }
}
