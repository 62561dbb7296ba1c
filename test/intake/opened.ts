import { type Opened, readWorkbook } from '../../src/intake/reading/workbook.js'

/** The grids and the stamp of a workbook that can be opened; throws with the sentence when it cannot. */
export async function opened(bytes: Uint8Array): Promise<Opened> {
  const result = await readWorkbook(bytes, '.xlsx')
  if ('severity' in result) throw new Error(result.message.en)
  return result
}
