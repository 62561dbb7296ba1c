import type { Finding } from '../domain/reject.js'
import { finding } from './finding.js'

/** So many findings on rows are listed for one file: nobody reads more, and a nation's file may have millions. */
export const maxListed = 1_000

/** The findings of a file: those about all of it, then those on its rows in their order, summed up from a number on. */
export class FindingList {
  private readonly onRows: Finding[] = []
  /** Rows of which nothing is listed any more, and whether one of them is refused. */
  private unlisted = 0
  private isUnlistedRefused = false
  private unexplained: boolean

  constructor(private onFile: readonly Finding[]) {
    this.unexplained = onFile.some(({ explanation }) => explanation === null)
  }

  /** Puts what was found about the file as a whole before what there is. */
  lead(onFile: readonly Finding[]): void {
    this.onFile = [...onFile, ...this.onFile]
    this.unexplained ||= onFile.some(({ explanation }) => explanation === null)
  }

  /** Adds the findings of the next row: all of them are listed, or none. */
  add(findings: readonly Finding[]): void {
    if (findings.length === 0) return
    if (findings.some(({ explanation }) => explanation === null)) this.unexplained = true
    if (!this.isFull) this.onRows.push(...findings)
    else
      this.addUnlisted(
        1,
        findings.some(({ severity }) => severity === 'reject'),
      )
  }

  /** True when no more rows are listed. */
  get isFull(): boolean {
    return this.onRows.length >= maxListed
  }

  /** Counts rows that something was found on, when no more are listed. */
  addUnlisted(rows: number, isRefused: boolean): void {
    if (rows === 0) return
    this.unlisted += rows
    this.isUnlistedRefused ||= isRefused
    this.unexplained ||= isRefused
  }

  /** True when nothing was found that is not explained. */
  get isSettled(): boolean {
    return !this.unexplained
  }

  /** All findings, the last one saying how many more there are. */
  listed(): Finding[] {
    const all = [...this.onFile, ...this.onRows]
    if (this.unlisted === 0) return all
    const values = { count: this.unlisted, listed: this.onRows.length }
    return [...all, finding(this.isUnlistedRefused ? 'reject' : 'warn', 'more_findings', {}, values)]
  }
}
