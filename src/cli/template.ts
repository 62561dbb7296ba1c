import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { topics } from '../../pipelines/index.js'
import { type Dataset, isKeyed } from '../domain/dataset.js'
import { isPeriod, type Period, sayPeriod, shiftPeriod } from '../domain/period.js'
import { exitCodes, Refusal } from '../domain/refusal.js'
import { prefixOf, type Region } from '../domain/region.js'
import type { Text } from '../domain/text.js'
import { chooseRows } from '../intake/template/choose-rows.js'
import { layOutTemplate } from '../intake/template/lay-out.js'
import type { TemplateOrder } from '../intake/template/order.js'
import { writeTemplate } from '../intake/writing/workbook-new.js'
import type { Home } from '../refresh/home.js'
import { readReference } from '../refresh/reference.js'
import { currentRelease } from '../refresh/release.js'
import { lastValues } from '../warehouse/last-values.js'
import { Warehouse } from '../warehouse/warehouse.js'
import type { CommandSpec } from './command.js'

const datasets = topics.map(({ dataset }) => dataset)

/** `jiceng template`: the return to fill in. */
export const template: CommandSpec = {
  name: 'template',
  summary: {
    zh: '生成待填报的报表（.xlsx）：本地区各行已填好，附上期数、校验和填报说明；表内文字为中文',
    en: 'write the return to fill in (.xlsx): rows, last period’s values, live checks and a guide; its words are Chinese',
  },
  examples: [
    'jiceng template coverage --region 990323 --period 2026-11 --out coverage-990323-2026-11.xlsx',
    'jiceng template income --region 990323100 --period 2026 --out income-990323100-2026.xlsx --force',
  ],
  declare: (command, say) => {
    const known = datasets.map(({ id }) => id).join(', ')
    command
      .argument('<dataset>', say({ zh: `报表：${known}`, en: `the return: ${known}` }))
      .option(
        '--region <code>',
        say({ zh: '填报单位的代码：县、乡镇或市', en: 'code of the county, township or city' }),
      )
      .option('--period <period>', say({ zh: '报告期：2026-10、2026-Q3 或 2026', en: '2026-10, 2026-Q3 or 2026' }))
      .option('--out <path>', say({ zh: '写入的文件（.xlsx）', en: 'file to write (.xlsx)' }))
      .option('--force', say({ zh: '文件已存在时覆盖', en: 'replace the file if it exists' }), false)
  },
  run: async ({ home, json, terminal }, options, [id = '']) => {
    const dataset = datasetNamed(id)
    const given = (name: 'region' | 'period' | 'out', example: string) => {
      const value = options[name]
      if (typeof value === 'string' && value !== '') return value
      throw new Refusal({
        zh: `请用 --${name} 指定，如 --${name} ${example}`,
        en: `give --${name}, such as --${name} ${example}`,
      })
    }
    const [code, period, out] = [given('region', '990323'), given('period', '2026-10'), given('out', `${id}.xlsx`)]
    if (!isPeriod(period)) {
      throw new Refusal({
        zh: `“${period}” 不是报告期，应像 2026-10、2026-Q3 或 2026`,
        en: `"${period}" is not a period, such as 2026-10, 2026-Q3 or 2026`,
      })
    }
    if (!out.toLowerCase().endsWith('.xlsx')) {
      throw new Refusal({ zh: `文件名须以 .xlsx 结尾：${out}`, en: `the file's name must end in .xlsx: ${out}` })
    }
    const { regions } = await readReference(home.reference, topics)
    const chosen = chooseRows({ dataset, region: code, period }, regions)
    const { region_code } = chosen.region
    // Lines of a list are not set beside those of the month before: which is which only their keys say.
    const isCompared = chosen.rows.length > 0 && !isKeyed(dataset)
    const before = isCompared ? await valuesBefore(home, dataset, period, chosen.region) : null
    if (isCompared && before === null) terminal.note(nothingBefore(home, dataset, period))
    if (region_code.length > 6) terminal.note(partOfCounty)
    const bytes = await writeTemplate(layOutTemplate({ dataset, period, ...chosen, before }))
    await write(out, bytes, options.force === true)
    const said: Text = {
      zh: `已写入 ${out}：${chosen.unit_name}，${sayPeriod(period, 'zh')}，${chosen.rows.length} 行`,
      en: `wrote ${out}: ${chosen.unit_name}, ${sayPeriod(period, 'en')}, ${chosen.rows.length} rows`,
    }
    const facts = {
      file: out,
      dataset: id,
      region_code,
      period,
      rows: chosen.rows.length,
      before: before?.period ?? null,
    }
    terminal.print(json ? JSON.stringify(facts) : said[terminal.lang])
    return exitCodes.ok
  },
}

/** A county's return is one file: the last that is received stands for all of it. */
const partOfCounty: Text = {
  zh: '注意：一个县（市、区）一期只收一份，这份供乡镇填写后交县里汇总，不能直接报送',
  en: 'note: a county sends one file a period; this one is for the township to fill in and the county to put together, not to be sent in by itself',
}

function datasetNamed(id: string): Dataset {
  const dataset = datasets.find((one) => one.id === id)
  if (dataset) return dataset
  throw new Refusal({
    zh: `没有这种报表：${id}；可选：${datasets.map((one) => `${one.id}（${one.title.zh}）`).join('、')}`,
    en: `no such return: ${id}; there are: ${datasets.map((one) => `${one.id} (${one.title.en})`).join(', ')}`,
  })
}

/** What was published of the period before; null when nothing was. */
async function valuesBefore(
  home: Home,
  dataset: Dataset,
  period: Period,
  region: Pick<Region, 'region_code' | 'region_level'>,
): Promise<TemplateOrder['before']> {
  const release = await currentRelease(home)
  if (release === null) return null
  const warehouse = await Warehouse.open(join(home.releases, release, 'warehouse.duckdb'), { readOnly: true })
  try {
    const before = shiftPeriod(period, -1)
    const values = await lastValues(warehouse, dataset, before, prefixOf(region))
    return values.size === 0 ? null : { period: before, values }
  } finally {
    await warehouse.close()
  }
}

function nothingBefore(home: Home, { title }: Dataset, period: Period): Text {
  const before = shiftPeriod(period, -1)
  return {
    zh: `${home.releases} 中没有${sayPeriod(before, 'zh')}的《${title.zh}》，模板不附上期数`,
    en: `there is no "${title.en}" of ${sayPeriod(before, 'en')} in ${home.releases}: the template has no values to compare with`,
  }
}

async function write(path: string, bytes: Uint8Array, replace: boolean): Promise<void> {
  await writeFile(path, bytes, { flag: replace ? 'w' : 'wx' }).catch((cause: NodeJS.ErrnoException) => {
    const said: Record<string, Text> = {
      EEXIST: {
        zh: `文件已存在：${path}；要覆盖请加 --force`,
        en: `the file exists: ${path}; use --force to replace it`,
      },
      ENOENT: { zh: `文件夹不存在：${path}；请先建立`, en: `the folder of ${path} does not exist; make it first` },
    }
    const other = { zh: `不能写入文件：${path}（${cause.code}）`, en: `cannot write the file: ${path} (${cause.code})` }
    throw new Refusal(said[cause.code ?? ''] ?? other, exitCodes.usage, { cause })
  })
}
