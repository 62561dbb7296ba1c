import type { Finding } from '../domain/reject.js'
import { finding } from './finding.js'

/** So many findings on rows are listed for one file: nobody reads more, and a nation's file may have millions. */
export const maxListed = 10_000

/** The findings of a file: those about all of it, then those on its rows in their order, summed up from a number on. */
export class FindingList {
  private readonly onRows: Finding[] = []
  private unlisted = 0
  private unlistedRejects = 0
  private unexplained: boolean

  constructor(private onFile: readonly Finding[]) {
    this.unexplained = onFile.some(({ explanation }) => explanation === null)
  }

  /** Puts what was found about the file as a whole before what there is. */
  lead(onFile: readonly Finding[]): void {
    this.onFile = [...onFile, ...this.onFile]
    this.unexplained ||= onFile.some(({ explanation }) => explanation === null)
  }

  /** Adds the findings of the next row. */
  add(findings: readonly Finding[]): void {
    for (const one of findings) {
      if (one.explanation === null) this.unexplained = true
      if (this.onRows.length < maxListed) {
        this.onRows.push(one)
        continue
      }
      this.unlisted += 1
      if (one.severity === 'reject') this.unlistedRejects += 1
    }
  }

  /** True when nothing was found that is not explained. */
  get isSettled(): boolean {
    return !this.unexplained
  }

  /** All findings, the last one saying how many more there are. */
  listed(): Finding[] {
    const all = [...this.onFile, ...this.onRows]
    if (this.unlisted === 0) return all
    const values = { count: this.unlisted, listed: maxListed }
    return [...all, finding(this.unlistedRejects > 0 ? 'reject' : 'warn', 'more_findings', {}, values)]
  }
}
