import { basename, join } from 'node:path'
import { topics } from '../../pipelines/index.js'
import { exitCodes, Refusal } from '../domain/refusal.js'
import { askedFigure } from '../extracts/asked-figure.js'
import { originsOf } from '../extracts/origins.js'
import { withoutPersonalNumbers as mask } from '../intake/table/personal.js'
import { releaseFolder } from '../refresh/release.js'
import { Warehouse } from '../warehouse/warehouse.js'
import type { CommandSpec } from './command.js'
import { originText } from './origin-text.js'

/** `jiceng explain`: a published figure down to submission, file, sheet and cell. */
export const explain: CommandSpec = {
  name: 'explain',
  summary: {
    zh: '说明一个数从哪里来：公式、分子分母，直到报表文件的单元格',
    en: 'say where a figure comes from: formula, numerator and denominator, down to the cells of received files',
  },
  examples: [
    'jiceng explain nonpublic_coverage_pct 990328 2026-10',
    'jiceng explain villages_no_income_pct 990328 2025 --depth 1',
  ],
  declare: (command, say) =>
    command
      .argument('<indicator>', say({ zh: '指标代号或名称', en: 'indicator, by id or name' }))
      .argument('<region>', say({ zh: '地区代码或名称', en: 'region, by code or name' }))
      .argument('<period>', say({ zh: '报告期，如 2026-10', en: 'period, like 2026-10' }))
      .option(
        '--depth <levels>',
        say({
          zh: '往下几级（默认：市到县区，县区和乡镇到每一行）',
          en: 'levels below the region (default: counties of a city; every row of a county or township)',
        }),
      )
      .option('--release <name>', say({ zh: '哪一期（默认：当前）', en: 'which release (default: the current one)' })),
  run: async ({ home, json, terminal }, options, [indicator = '', region = '', period = '']) => {
    const depth = depthOf(options.depth)
    const folder = await releaseFolder(home, typeof options.release === 'string' ? options.release : undefined)
    const warehouse = await Warehouse.open(join(folder, 'warehouse.duckdb'), { readOnly: true })
    try {
      await refuseOlder(warehouse, basename(folder))
      const question = await askedFigure(warehouse, topics, { indicator, region, period, depth })
      const data = await originsOf(warehouse, [question], { topics, release: basename(folder), mask })
      terminal.print(json ? JSON.stringify(data) : originText(data, question, terminal.lang))
    } finally {
      await warehouse.close()
    }
    return exitCodes.ok
  },
}

function depthOf(option: unknown): number | null {
  if (option === undefined) return null
  if (typeof option === 'string' && /^\d$/.test(option)) return Number(option)
  throw new Refusal({
    zh: `--depth 要写 0 到 9 的一个数字：${option}`,
    en: `--depth takes a digit from 0 to 9: ${option}`,
  })
}

/** A release of before cells were remembered cannot say where its figures stand. */
async function refuseOlder(warehouse: Warehouse, release: string): Promise<void> {
  const tables = await warehouse.query(
    "select 1 as one from duckdb_tables() where schema_name = 'raw' and table_name in ('models', 'column_places')",
  )
  if (tables.length === 2) return
  throw new Refusal({
    zh: `第 ${release} 期是用较早的程序发布的，没有记下单元格位置；请运行 jiceng refresh 发布新的一期`,
    en: `release ${release} was made by an earlier version, which kept no places of cells; run jiceng refresh to publish a new one`,
  })
}
