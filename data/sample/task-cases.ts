import type { Period } from '../../src/domain/period.js'

/**
 * Something that the lists are about: the problem, the task that answers it and who answers for the task, each a line of its own where
 * it is there. Owners are offices; `{县}` stands for 县 or 区.
 */
export interface TaskCase {
  /** The county of the sample city that it happens in. */
  county: string
  topic: string
  /** The month in which it came on the lists. */
  listed: Period
  owner: string
  due: string
  problem?: string
  task?: string
  responsibility?: string
  /** The day on which the task was reported done; left out while it is not. */
  closed?: string
}

type Case = Omit<TaskCase, 'county' | 'topic'>
const of = (county: string, topic: string, ...cases: Case[]): TaskCase[] =>
  cases.map((one) => ({ county, topic, ...one }))

const party = '{县}委组织部'
const affairs = '{县}社会工作部'
const money = '{县}财政局'
const farms = '{县}农业农村局'
const office = '{县}委办公室'
const market = '{县}市场监督管理局'

/** What is on the lists of 2025 and 2026, by county: open, overdue, settled, done without effect, and without the one or the other. */
export const taskCases: readonly TaskCase[] = [
  ...of('990302', '基层减负', { listed: '2026-02', owner: office, due: '2026-12-20', task: '清理街道重复填报的表格' }),
  ...of('990303', '组织覆盖', {
    ...{ listed: '2026-10', owner: market, due: '2026-12-31' },
    ...{ problem: '新建市场内企业尚未选派党建工作指导员', task: '为新建市场企业选派党建工作指导员' },
  }),
  ...of('990304', '组织覆盖', {
    listed: '2026-03',
    owner: affairs,
    due: '2026-12-15',
    task: '30人以上社会组织逐家摸排',
  }),
  ...of('990305', '组织覆盖', {
    ...{ listed: '2025-08', owner: market, due: '2026-09-30', closed: '2026-09-22' },
    ...{ problem: '2025年6月组织数多报，核减后覆盖率低于预警线', task: '核清组织底数，补建企业党组织' },
    responsibility: '对企业组织覆盖核查负责',
  }),
  ...of('990306', '组织覆盖', {
    listed: '2026-04',
    owner: party,
    due: '2026-12-31',
    problem: '合并后应建未建企业较多',
  }),
  ...of('990309', '基层减负', {
    ...{ listed: '2026-02', owner: office, due: '2026-06-30', closed: '2026-06-18' },
    ...{ problem: '年初督查检查不降反升', task: '合并同类督查检查，一次办结' },
  }),
  ...of('990321', '书记报酬', {
    ...{ listed: '2026-06', owner: money, due: '2026-09-30', closed: '2026-09-10' },
    ...{ problem: '部分村书记报酬拖欠', task: '补发拖欠报酬，纳入县级预算' },
  }),
  ...of('990321', '基层减负', {
    ...{ listed: '2026-03', owner: office, due: '2026-10-31', closed: '2026-10-26' },
    ...{ problem: '会议数下降不到三成', task: '全县性会议合并召开、开到乡镇' },
  }),
  ...of('990323', '书记报酬', {
    ...{ listed: '2026-05', owner: money, due: '2026-09-30', closed: '2026-09-20' },
    ...{ problem: '连续数月拖欠村书记报酬', task: '兑付拖欠的村书记报酬' },
    responsibility: '对按月足额发放村书记报酬负责',
  }),
  ...of('990323', '集体收入', {
    ...{ listed: '2025-03', owner: farms, due: '2026-06-30' },
    ...{ problem: '收入5万元以下村占比高', task: '低收入村“一村一策”增收' },
  }),
  ...of('990323', '基层减负', {
    ...{ listed: '2026-02', owner: office, due: '2026-09-30' },
    ...{ problem: '发文数不降反升', task: '实行发文计划管理，压减文件' },
  }),
  ...of('990324', '书记报酬', {
    ...{ listed: '2026-01', owner: money, due: '2026-09-30' },
    ...{ problem: '低于标准的书记职数占比高', task: '提高偏远村书记基本报酬' },
  }),
  ...of(
    '990324',
    '基层减负',
    {
      ...{ listed: '2026-01', owner: office, due: '2026-06-30', closed: '2026-06-12' },
      ...{ problem: '督查检查考核频次高', task: '制定年度督查检查考核计划' },
    },
    {
      ...{ listed: '2026-08', owner: office, due: '2026-10-31', closed: '2026-09-15' },
      ...{ problem: '7月以来督查检查反弹', task: '停止计划外督查检查' },
    },
  ),
  ...of('990324', '集体收入', {
    listed: '2026-05',
    owner: farms,
    due: '2026-12-31',
    problem: '村集体收入中位数低于预警线',
  }),
  ...of('990325', '组织覆盖', {
    listed: '2026-04',
    owner: affairs,
    due: '2026-11-30',
    task: '稳定企业党组织，防止回落',
  }),
  ...of('990326', '组织覆盖', {
    ...{ listed: '2025-01', owner: party, due: '2026-08-31' },
    ...{ problem: '非公企业组织覆盖率连年回落', task: '集中组建攻坚' },
    responsibility: '对非公企业组织覆盖负责',
  }),
  ...of('990326', '组织覆盖', {
    ...{ listed: '2026-01', owner: affairs, due: '2026-07-31', closed: '2026-07-28' },
    ...{ problem: '30人以上社会组织未建比例高', task: '30人以上社会组织应建尽建' },
  }),
  ...of('990326', '基层减负', {
    ...{ listed: '2026-03', owner: office, due: '2026-12-31' },
    ...{ problem: '发文数只降两成', task: '精简文件，能并则并' },
  }),
  ...of('990327', '基层减负', { listed: '2026-03', owner: office, due: '2026-12-31', problem: '要求乡镇填报的格数多' }),
  ...of('990327', '集体收入', {
    ...{ listed: '2025-06', owner: farms, due: '2026-03-31', closed: '2026-05-12' },
    ...{ problem: '个别村合作社分红未入账', task: '合作社账目清理入账' },
  }),
  ...of('990328', '书记报酬', {
    ...{ listed: '2026-08', owner: money, due: '2026-11-30' },
    ...{ problem: '近三成书记职数低于标准', task: '分两步提高到标准' },
    responsibility: '对提高村书记报酬负责',
  }),
  ...of('990328', '基层减负', {
    ...{ listed: '2026-04', owner: office, due: '2026-10-31' },
    ...{ problem: '督查检查降幅不到一半', task: '压减督查检查考核' },
  }),
  ...of('990328', '组织覆盖', { listed: '2026-02', owner: market, due: '2026-12-31', problem: '重点企业组建不足' }),
  ...of('990381', '集体收入', {
    ...{ listed: '2025-02', owner: farms, due: '2025-11-30', closed: '2025-11-21' },
    ...{ problem: '个别村集体收入下降', task: '盘活闲置集体资产' },
  }),
  ...of('990381', '活动场所', {
    ...{ listed: '2026-01', owner: party, due: '2026-11-30' },
    ...{ problem: '改区后部分社区活动场所待调整', task: '社区活动场所调整到位' },
  }),
]
