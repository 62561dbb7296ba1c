import fc from 'fast-check'
import { type Dataset, defineDataset } from '../../src/domain/dataset.js'

/** Every kind of column, units, keys or none, checks of both operators and severities. */
const declared = (id: string, isKeyed: boolean, partial: 'rows' | 'none'): Dataset =>
  defineDataset({
    id,
    title: { zh: '试验表', en: 'Trial' },
    frequency: 'M',
    grain: 'township',
    due_day: 5,
    partial,
    title_words: [],
    columns: [
      { name: 'posts', header: { zh: '职数', en: 'Posts' }, kind: 'count', max: 5_000, jump_pct: 50 },
      {
        name: 'paid_yuan',
        header: { zh: '应发总额', en: 'Paid' },
        kind: 'amount',
        unit: { zh: '元', en: 'yuan' },
        other_units: { 万元: 10_000, '元/年': 1 / 12 },
        min: null,
      },
      { name: 'filled', header: { zh: '在岗数', en: 'Filled' }, kind: 'count', required: false },
      { name: 'vacant', header: { zh: '空缺数', en: 'Vacant' }, kind: 'count', required: false },
      { name: 'rate_pct', header: { zh: '完成率', en: 'Rate' }, kind: 'share', max: 100, required: false },
      { name: 'since', header: { zh: '起始日', en: 'Since' }, kind: 'date', required: false },
      {
        name: 'state',
        header: { zh: '状态', en: 'State' },
        kind: 'code',
        codes: { 在办: 'open', 办结: 'done' },
        required: false,
      },
      { name: 'item', header: { zh: '事项', en: 'Item' }, kind: 'text', key: isKeyed, required: isKeyed },
    ],
    checks: [
      { id: 'filled_within', formula: 'filled <= posts', severity: 'reject', sentence: { zh: '在岗', en: 'filled' } },
      { id: 'adds_up', formula: 'posts = filled + vacant', severity: 'warn', sentence: { zh: '相加', en: 'adds' } },
      {
        id: 'paid_each',
        formula: 'posts * filled <= paid_yuan',
        severity: 'warn',
        sentence: { zh: '应发', en: 'paid' },
      },
    ],
  })

/** Mostly the first kind, now and then one of the others. */
const mostly = (plain: fc.Arbitrary<string>, ...odd: string[]) =>
  fc.oneof({ weight: 8, arbitrary: plain }, { weight: 2, arbitrary: fc.constantFrom(...odd) })

const posts = mostly(
  fc.nat(300).map(String),
  '１２',
  '1,200',
  '12.00',
  ' 7 ',
  '',
  '约40',
  '0x10',
  '1_000',
  '1e2',
  '-3',
  '6000',
  '待核',
  '007',
  '13800001234',
  '3人',
  '12345678901',
)
const paid = mostly(
  fc.nat(10_000_000).map((cents) => String(cents / 100)),
  ...[
    '1,900.50',
    '0.19万元',
    '1900元',
    '1.234',
    '-20.5',
    '',
    '—',
    '.5',
    '5.',
    '99999999999999',
    '2.675',
    '1.005',
    '1e3',
    '１９',
  ],
)
const rate = mostly(
  fc.nat(100).map((value) => `${value}%`),
  '78',
  '0.78',
  '1',
  '0',
  '101%',
  '33.333%',
  '33.33333%',
  '78％',
  '',
  '好',
)
const since = mostly(
  fc.constantFrom('2026-01-05', '2025-12-31'),
  '2026-02-30',
  '2026/1/5',
  '2026年1月5日',
  '',
  '20260105',
  '46000',
)
const state = mostly(fc.constantFrom('在办', '办结'), 'open', ' 在办', '在 办', '停', '')
const item = mostly(
  fc.constantFrom('甲', '乙', '丙'),
  ...[
    '',
    ' 甲',
    '甲\u3000',
    'a,b',
    'a"b',
    '两\n行',
    '\u200b',
    '（甲）',
    '电话13800001234',
    '99030119900101123X',
    '合计',
  ],
)
const code = mostly(
  fc.constantFrom('990322001', '990322002', '990322003', '990301001', '990301002'),
  ...[
    '990322001000',
    '９９０３２２００１',
    '990381001',
    '990301003',
    '990322',
    '990399001',
    '',
    '合计',
    '小计',
    'x',
    "'990322002",
    '990322001001',
    ' ',
  ],
)
const names: Record<string, string> = {
  990322001: '城关镇',
  990322002: '送驾镇',
  990322003: '平水乡',
  990301001: '城关街道',
  990301002: '柳林镇',
}
const name = fc.constantFrom(
  'right',
  'right',
  'right',
  'right',
  'right',
  'right',
  '',
  '城关',
  '平水',
  '城关镇',
  '城 关 镇',
  '孟河县城关镇',
  '合计',
  '城关镇人民政府',
  '没有的镇',
  '注：以上',
  '计生乡',
)
const period = mostly(
  fc.constant('2026-10'),
  '2026年10月',
  '2026-09',
  '',
  '2026-Q3',
  '明年',
  '2027-05',
  ' 2026-10',
  '202610',
)
const remark = fc.constantFrom(
  '',
  '',
  '',
  '',
  '',
  '无',
  '见附件12345678901234',
  '13800001234',
  '13800-001234',
  'https://a.cn/13800001234',
)

const row = fc.record({
  code,
  name,
  period,
  posts,
  paid,
  filled: posts,
  vacant: posts,
  rate,
  since,
  state,
  item,
  remark,
})
/** A row with nothing odd in it, so that it is beyond doubt, or would be but for another row or the period before. */
const neat = fc
  .record({ code: fc.constantFrom('990322001', '990322002', '990322003'), posts: fc.nat(200), vacant: fc.nat(3) })
  .map(({ code, posts, vacant }) => ({
    ...{ code, name: 'right', period: '2026-10', posts: String(posts + vacant), paid: '9999999.5' },
    ...{ filled: String(posts), vacant: String(vacant), rate: '50%', since: '', state: '在办', item: '甲', remark: '' },
  }))
const line = fc.oneof(
  { weight: 12, arbitrary: neat.map((values) => ({ kind: 'row' as const, values })) },
  { weight: 12, arbitrary: row.map((values) => ({ kind: 'row' as const, values })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(
        '',
        ',,,,',
        '   ',
        '填报人：张三,,填报单位：孟河县',
        '单位：万元',
        '注：本表由县填报，以上数字已经核实无误。',
        '"甲",乙',
        '甲,乙,1,2,3',
        'a"b,c',
        '填报单位,孟河县',
      )
      .map((text) => ({ kind: 'text' as const, text })),
  },
)

/** A file of the trial return as people and programs write them. */
export const madeFile = fc.record({
  title: fc.constantFrom(
    '',
    '孟河县2026年10月试验表',
    '河州市试验表\n填报单位：孟河县,,报告期：2026年10月',
    '填报单位：河州市',
  ),
  lines: fc.array(line, { minLength: 0, maxLength: 14 }),
  hasPeriod: fc.boolean(),
  hasNo: fc.boolean(),
  unnamed: fc.constantFrom('', '', '', '多'),
  extra: fc.constantFrom('', '', '', '备注', '电话', '职数（万人）', '未知列'),
  unit: fc.constantFrom('', '', '', '（万元）', '（元/年）', '（美元）'),
  leaveOut: fc.constantFrom('', '', '', '', '空缺数', '职数'),
  newline: fc.constantFrom('\n', '\r\n', 'mixed'),
  encoding: fc.constantFrom('utf8', 'utf8', 'utf8', 'bom', 'utf16le'),
  delimiter: fc.constantFrom(',', ',', ',', '\t', ';'),
  ending: fc.constantFrom('\n', '', '\n\n', '\n"'),
  fileName: fc.constantFrom('a.csv', '孟河县202610.csv', '2026年9月.csv'),
  kind: fc.constantFrom('rows', 'keyed', 'none'),
  isKnown: fc.boolean(),
})

/** One cell as programs write it. */
function written(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** The same, made. */
export type MadeFile = typeof madeFile extends fc.Arbitrary<infer Made> ? Made : never

function textOf(made: MadeFile): string {
  const { delimiter } = made
  const columns = [
    ...(made.hasNo ? ['序号'] : []),
    ...['行政区划代码', '乡镇名称'],
    ...(made.hasPeriod ? ['报告期'] : []),
    ...['职数', `应发总额${made.unit}`, '在岗数', '空缺数', '完成率', '起始日', '状态', '事项'],
    ...(made.extra ? [made.extra] : []),
  ].filter((header) => header !== made.leaveOut)
  const body = made.lines.map((one, index) => {
    if (one.kind === 'text') return one.text.replaceAll(',', delimiter)
    const { values } = one
    const cells: Record<string, string> = {
      序号: String(index + 1),
      行政区划代码: values.code,
      乡镇名称: values.name === 'right' ? (names[values.code] ?? '') : values.name,
      报告期: values.period,
      职数: values.posts,
      [`应发总额${made.unit}`]: values.paid,
      在岗数: values.filled,
      空缺数: values.vacant,
      完成率: values.rate,
      起始日: values.since,
      状态: values.state,
      事项: values.item,
      [made.extra]: values.remark,
    }
    const last = made.unnamed && index % 3 === 0 ? [made.unnamed] : made.unnamed ? [''] : []
    return [...columns.map((header) => cells[header] ?? ''), ...last]
      .map((cell) => written(cell, delimiter))
      .join(delimiter)
  })
  const all = [
    ...(made.title ? made.title.replaceAll(',', delimiter).split('\n') : []),
    columns.join(delimiter),
    ...body,
  ]
  const between = (index: number) => (made.newline === 'mixed' ? (index % 2 ? '\n' : '\r\n') : made.newline)
  return all.map((text, index) => text + (index < all.length - 1 ? between(index) : '')).join('') + made.ending
}

/** Its bytes. */
export function bytesOf(made: MadeFile): Uint8Array {
  const text = textOf(made)
  if (made.encoding === 'utf16le') return Buffer.from(`\ufeff${text}`, 'utf16le')
  return Buffer.from(made.encoding === 'bom' ? `\ufeff${text}` : text)
}

/** The return that it is, by its kind. */
export const datasetOf = {
  rows: declared('trial', false, 'rows'),
  keyed: declared('trial', true, 'rows'),
  none: declared('trial', false, 'none'),
}

/** What was received before. */
export const before = `
  insert into raw.submissions (submission_id, seq, dataset) values ('first', 0, 'trial');
  insert into raw.submission_units values ('first', 'trial', '990322', '2026-09', 2), ('first', 'trial', '990301', '2026-08', 1);
  insert into raw.trial (submission_id, region_code, period, posts, paid_yuan) values
    ('first', '990322001', '2026-09', 100, 5), ('first', '990322002', '2026-09', 0, 5), ('first', '990301001', '2026-08', 40, 5);`
