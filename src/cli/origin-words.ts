import type { CellValue } from '../domain/column.js'
import type {
  FigureOrigin,
  OriginCell,
  OriginColumn,
  OriginNode,
  OriginRange,
  OriginRemark,
  OriginRow,
} from '../domain/figure-origin.js'
import type { Indicator } from '../domain/indicator.js'
import { sayPeriod } from '../domain/period.js'
import type { Lang } from '../domain/text.js'
import type { FileNumbers } from './origin-files.js'
import { partTerms, sayChoice, sayScope, stateTerms, statusTerms, unitTerms } from './origin-terms.js'
import { sayCellValue, sayRemark } from './say-remark.js'

/** `0.4` as `40 %`. */
function sayShare(share: number): string {
  return `${Math.round(share * 1e4) / 100} %`
}

/** The sentences of one figure's origin, in one language. */
export class OriginWords {
  constructor(
    private readonly origin: FigureOrigin,
    private readonly indicator: Indicator,
    readonly files: FileNumbers,
    private readonly lang: Lang,
  ) {}

  /** The figure, what it is held against, and its formula. */
  head(release: string): string[] {
    const { region, period, value, status } = this.origin
    const judged = status === null ? this.say('未设线', 'no line set') : statusTerms[status][this.lang]
    return [
      `${region.region_name} ${region.region_code}  ${this.indicator.name[this.lang]}  ${sayPeriod(period, this.lang)}`,
      `${this.value(value)}  ${judged}  ${this.say(`第 ${release} 期`, `release ${release}`)}`,
      ...this.line(),
      '',
      ...this.formula(),
    ]
  }

  /** What the figure is the sum of, or which rows it is. */
  sum(): string {
    const { units_expected, units_reported, formula, region } = this.origin
    if (region.children.length === 0 && region.rows.length === 1) return this.say('取自这一行：', 'from this row:')
    const many = `${units_reported}/${units_expected}`
    if (formula.columns.length === 0)
      return this.say(
        `由报表中的各行计数得出（计入 ${many} 个单位）`,
        `counted from the lines of the return (${many} units counted)`,
      )
    return formula.terms.some(({ name }) => name === 'value')
      ? this.say(`居中的行（计入 ${many} 个单位）：`, `the rows in the middle (${many} units counted):`)
      : this.say(`由下列各项合计（计入 ${many} 个单位）：`, `the sum of these (${many} units counted):`)
  }

  /** The return, region and time of rows that every unit takes alike. */
  shared(row: OriginRow): string {
    return this.say(`每个单位都用：${this.row(row)}`, `used for every unit: ${this.row(row)}`)
  }

  node(node: OriginNode): string {
    const { region_name, region_code, numerator, denominator, state, change, share, submission_id } = node
    const moved = change === null ? '' : ` (${change.note === '' ? `${change.month} ${change.kind}` : change.note})`
    const part =
      share === null || share === 1 ? '' : this.say(`  按 ${sayShare(share)} 计`, `  counted by ${sayShare(share)}`)
    const name = `${region_name} ${region_code}${moved}${part}`
    if (state !== null && state !== 'counted') {
      const file = submission_id === null ? '' : `  ${this.files.of(submission_id)}`
      return `${name}  ${stateTerms[state][this.lang]}${file}`
    }
    const parts = `${this.number(numerator)} ÷ ${this.number(denominator)} = ${this.value(node.value)}`
    const isSum = node.children.length > 0 || node.ranges.length > 0
    const many = this.say(`  计入 ${node.counted}/${node.units}`, `  ${node.counted}/${node.units} counted`)
    return `${name}${numerator === null ? '' : `  ${parts}`}${isSum ? many : ''}`
  }

  row({ region_name, region_code, period, dataset }: OriginRow): string {
    const column = this.origin.formula.columns.find((one) => one.dataset === dataset)
    return `${region_name} ${region_code}  ${sayPeriod(period, this.lang)}  ${column?.title[this.lang] ?? dataset}`
  }

  cell({ value, cell, header }: OriginCell, declared: OriginColumn, row: OriginRow): string {
    const name = declared.header[this.lang]
    const unit = value === null || declared.unit === null ? '' : ` ${declared.unit[this.lang]}`
    const where =
      cell === null
        ? this.say('文件里没有这一列', 'no such column in the file')
        : this.files.place(row.submission_id, row.sheet, cell)
    return `${name}  ${this.number(value)}${unit}  ${where}${header === null || header === name ? '' : ` “${header}”`}`
  }

  range({ submission_id, sheet, first_row, last_row, rows, letters }: OriginRange): string {
    const cells = letters.map((letter) => `${letter}${first_row}:${letter}${last_row}`).join(this.say('、', ', '))
    return `${this.files.place(submission_id, sheet, cells)}${this.say(`（${rows} 行）`, ` (${rows} rows)`)}`
  }

  remark(remark: OriginRemark, value: CellValue): string | null {
    return sayRemark(remark, value, this.files, this.lang)
  }

  /** How to go on where the tree ends above single rows. */
  hints(): string[] {
    const { region, indicator_id, period } = this.origin
    const deeper = region.children.find(({ ranges }) => ranges.length > 0)
    if (deeper === undefined) return []
    const command = `jiceng explain ${indicator_id} ${deeper.region_code} ${period}`
    return ['', this.say(`再往下看：${command}`, `further down: ${command}`)]
  }

  private line(): string[] {
    const { line } = this.origin
    if (line === null) return []
    const lines = [
      line.warning !== null && this.say(`预警线 ${line.warning}`, `warning ${line.warning}`),
      line.critical !== null && this.say(`严重线 ${line.critical}`, `critical ${line.critical}`),
      line.target !== null && this.say(`目标 ${line.target}`, `target ${line.target}`),
    ].filter((part) => part !== false)
    const scope = sayScope(line.scope)[this.lang]
    return [
      this.say(
        `${lines.join('，')}（${scope}，自 ${line.valid_from} 起；依据：${line.basis}）`,
        `${lines.join(', ')} (${scope}, from ${line.valid_from} on; basis: ${line.basis})`,
      ),
    ]
  }

  private formula(): string[] {
    const { scale, terms, columns } = this.origin.formula
    const { numerator, denominator } = this.origin.region
    const by = scale === 1 ? '' : ` × ${scale}`
    const isDirect = terms.some(({ name }) => name === 'value')
    const head = isDirect ? [] : [this.say(`公式：分子 ÷ 分母${by}`, `formula: numerator ÷ denominator${by}`)]
    const lines = terms.flatMap(({ name, meaning, words, sql }) => {
      const sum = name === 'value' ? '' : `${this.number(name === 'numerator' ? numerator : denominator)}  `
      const said = words === null ? [] : [`      ${this.say('按表中各列：', 'by the columns: ')}${words[this.lang]}`]
      return [`  ${partTerms[name][this.lang]} ${sum}${meaning[this.lang]}`, ...said, `      SQL: ${sql}`]
    })
    const chosen = columns.flatMap(({ header, chosen_by, dataset }) => {
      if (chosen_by === null || !this.hasSeveral(dataset)) return []
      const how = sayChoice(chosen_by)[this.lang]
      return [this.say(`  ${header.zh}：一个单位对应几行时${how}`, `  ${header.en}: ${how} of several rows for a unit`)]
    })
    return [...head, ...lines, ...chosen]
  }

  /** True when a unit takes more than one row of a return. */
  private hasSeveral(dataset: string): boolean {
    const several = ({ rows, children }: OriginNode): boolean =>
      rows.filter((key) => key.startsWith(`${dataset}/`)).length > 1 || children.some(several)
    return several(this.origin.region)
  }

  private value(value: number | null): string {
    if (value === null) return '—'
    const digits = this.indicator.decimals === 0 ? 0 : Math.max(2, this.indicator.decimals)
    const options = { minimumFractionDigits: digits, maximumFractionDigits: digits }
    return value.toLocaleString('en-US', options) + unitTerms[this.indicator.unit][this.lang]
  }

  private number(value: CellValue): string {
    return sayCellValue(value, this.lang)
  }

  private say(zh: string, en: string): string {
    return this.lang === 'zh' ? zh : en
  }
}
