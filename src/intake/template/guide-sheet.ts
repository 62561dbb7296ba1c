import { dueDate, sayPeriod } from '../../domain/period.js'
import type { Merge } from '../reading/grid.js'
import { beginnings } from './check-formula.js'
import { limitText } from './limits.js'
import type { TemplateOrder } from './order.js'
import type { Look, TemplateCell, TemplateRow, TemplateSheet } from './template.js'
import { linesOf } from './text-width.js'

const widths = [6, 44, 10, 46]

/** 填报说明: how to fill the sheet in, what each column takes, what has to add up. One page as a rule. */
export function guideSheet({ dataset, unit_name, period, before }: TemplateOrder): TemplateSheet {
  const rows: TemplateRow[] = []
  const merges: Merge[] = []
  const put = (look: Look, ...texts: (string | null)[]) => {
    const cells = texts.flatMap((value, at): TemplateCell[] =>
      value === null ? [] : [{ at, look, shown: 'words', value }],
    )
    // A lone text goes over the whole width.
    const width = widths.reduce((sum, one) => sum + one, 0)
    const alone = texts.length === 1
    if (alone) merges.push({ top: rows.length + 1, bottom: rows.length + 1, left: 0, right: widths.length - 1 })
    const lines = Math.max(...cells.map(({ at, value }) => linesOf(String(value), alone ? width : (widths[at] ?? 8))))
    rows.push({ cells, height: look === 'title' ? 30 : 6 + 14 * lines })
  }
  const due = dueDate(period, dataset.due_day)
  put('title', '填报说明')
  put('note', `${dataset.title.zh}，${sayPeriod(period, 'zh')}，${unit_name}。请于 ${due} 前报送本文件。`)
  put('section', '一、怎么填')
  for (const line of [
    '1. 只填白色格。地区、校验、合计已经生成，不能改动；缺少或多出地区的，请索取新的模板，不要自己加行。',
    '2. 可以从自己的台账整行复制过来：请用“选择性粘贴—数值”，以免把格式和公式一起带过来。',
    '3. 确实没有的填 0；不知道的请先核实，不要用 0 代替，也不要写“约”“待核”等文字。',
    `4. 校验栏显示“${beginnings.wrong}”的必须改正，显示“${beginnings.open}”的须补填，否则该行会被退回。`,
    `5. 校验栏显示“${beginnings.question}”的请核对；数据属实的，在该行情况说明栏用一句话写明原因，即可报送。`,
    ...(before ? [`6. 灰色的上期数（${sayPeriod(before.period, 'zh')}）只供对照，不用填，也不会被读取。`] : []),
    '请勿在本文件中填写姓名、电话、身份证号等个人信息：含有个人信息的文件会整份退回。',
  ])
    put('note', line)
  put('section', '二、各栏填什么')
  put('heading', '序号', '栏目', '单位', '填写要求')
  dataset.columns.forEach((column, index) => {
    const { header, group, unit, required } = column
    const name = group === null ? header.zh : `${group.zh}：${header.zh}`
    put(
      'note',
      String(index + 1),
      name,
      unit?.zh ?? '—',
      `${limitText(column) ?? '文字'}；${required ? '必填' : '没有数据的可以不填'}`,
    )
  })
  if (dataset.checks.length > 0) {
    put('section', '三、填好后应当满足')
    dataset.checks.forEach(({ sentence }, index) => {
      put('note', `${index + 1}. ${sentence.zh}。`)
    })
  }
  return {
    name: '填报说明',
    rows,
    widths,
    merges,
    limits: [],
    highlights: [],
    frozen: null,
    print: { landscape: false, area: `$A$1:$D$${rows.length}`, repeated: null },
    hidden: false,
  }
}
