import type { BulkFile } from '../domain/bulk.js'
import type { Region } from '../domain/region.js'
import { BulkStage } from '../warehouse/bulk-stage.js'
import type { Warehouse } from '../warehouse/warehouse.js'

/** Has the engine read a file while its bytes are still being looked through; what it read counts only when nothing unusual was found. */
export class EarlyStage {
  private guessed: BulkFile | null = null
  private reading: Promise<BulkStage | null> = Promise.resolve(null)

  constructor(
    private readonly warehouse: Warehouse,
    private readonly regions: readonly Region[],
  ) {}

  /** Begins to read. A file that is not as guessed may well make the reader fail: then it is read again, as what it is. */
  begin(file: BulkFile): void {
    this.guessed = file
    this.reading = BulkStage.read(this.warehouse, file, this.regions).catch(() => null)
  }

  /** The file, staged. Throws a QueryError. */
  async of(file: BulkFile): Promise<BulkStage> {
    const stage = await this.reading
    const isRight =
      stage !== null &&
      JSON.stringify(Object.entries(file).sort()) === JSON.stringify(Object.entries(this.guessed ?? {}).sort())
    return isRight ? stage : BulkStage.read(this.warehouse, file, this.regions)
  }

  /** Lets go of what was read: the file is not taken in here. */
  async drop(): Promise<void> {
    await (await this.reading)?.drop()
  }
}
