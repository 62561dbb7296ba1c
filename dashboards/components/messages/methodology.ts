import type { Messages } from '../messages.js'

/** Of definitions, lines and their validity. */
export const methodology = {
  'methodology.name': ['指标口径', 'Methodology'],
  'methodology.title': ['指标口径', 'Methodology'],
  'methodology.lead': [
    '每个数字怎么来：报表、定义、算法、阈值和依据。由指标目录和计算程序直接生成。',
    'How each number comes about: returns, definitions, formulas, thresholds and their basis, written straight from the catalog and the queries.',
  ],
  'methodology.indicators': ['指标', 'Indicators'],
  'methodology.indicators.lead': [
    '上级数值由下级的分子、分母分别相加后再相除，不取平均。变化分为分子、分母两部分，按两期都报送的单位计算；只报送一期的单位所带来的部分另列为“报送单位变动”，各部分之和等于总变化。',
    'A region above is worked out from summed numerators and denominators, never from averaged rates. A change is told in a part of the numerator and one of the denominator, of the units that reported both times; what comes from units that reported only once is told apart, and the parts add up to the change.',
  ],
  'methodology.thresholds': ['阈值', 'Thresholds'],
  'methodology.thresholds.lead': [
    '范围最窄且当期有效的一条生效。恰好在线上不算越线。标明“逐期推进”的，预警线从表中数值起，按月均匀移到目标，到期后停在目标上；严重线同步移动，间距不变；各期的线四舍五入到该指标的小数位，图上显示的就是比对用的。',
    'The narrowest scope that is valid in the period wins. A value exactly on the line is not beyond it. Where it says “moves evenly”, the warning line begins as it is written here and goes to the target in equal monthly steps, and stays there; the critical line runs beside it at the same distance. The line of a period is rounded to the decimals of its indicator: what is shown is what holds.',
  ],
  'methodology.alerts': ['预警', 'Alerts'],
  'methodology.alerts.lead': [
    '越过预警线的第一期开始，离线达到解除幅度、连续够期数才解除。未解除的预警按先后归入：未报（此后没有报送）、新增（第一期）、变差、好转、没有变化（与三个月前报的数比，季报、年报与上一期比，不早于开始之时；显示不出的差别不算）。超过 12 期的另注“长期”。在线内但离线不到解除幅度、又没有未解除预警的，列为“接近预警线”。缺口是到线、到目标还差的个数，往多里取整；达标时间按近 12 期的平均速度推算，20 年以外、没有变化或在变差的不推算。',
    'An alert begins with the first period beyond the warning line and ends only after the value has been clear of it by the margin for so many periods in a row. An open one is, whichever holds first: not reported since; new (its first period); getting worse, getting better or without change (against what was reported three months before, or one period before in quarterly and annual returns, never from before it began; what does not show at the decimals is no change). Over 12 periods it is chronic as well. Within the line by less than the clear margin, and no alert open, is near the line. A gap is how many units are missing to the line and to the target, rounded up; the time of arrival goes by the average pace of the last 12 periods, and is not said beyond 20 years, or without movement towards it.',
  ],
  'methodology.datasets': ['报表', 'Returns'],
  'methodology.datasets.lead': [
    '下级填报的表、每列的含义和收表时的校验。',
    'The tables that are filled in, their columns, and the checks at intake.',
  ],
  'methodology.bands': ['收入分组', 'Income bands'],
  'methodology.bands.lead': ['每个界值只归入一组。', 'Each boundary value belongs to one band only.'],
  'methodology.national': ['全国公开数据', 'Published national figures'],
  'methodology.national.lead': [
    '只列有出处的数字，口径按公布时的表述。',
    'Only figures with a source, under the definition they were published with.',
  ],
  'methodology.formula': ['计算程序', 'Formula'],
  'methodology.checks': ['校验', 'Checks'],
  'scope.all': ['全部', 'All'],
  'national.definition': ['全国公开数据，口径：{definition}', 'Published national figures, definition: {definition}'],
  'dataset.facts': [
    '{frequency}，一行一个{grain}，次月 {day} 日前报送，每行 {columns} 项。',
    '{frequency}; one row for each of the {grain}; due on day {day} of the following month; {columns} cells a row.',
  ],
  'threshold.due': ['{due}到期', 'due in {due}'],
  'threshold.path': ['线逐期推进', 'moves evenly'],
  'threshold.clear': ['回到线内，连续 {periods} 期', 'within the line, {periods} periods in a row'],
  'threshold.clear.margin': [
    '回到线内 {margin}以上，连续 {periods} 期',
    'within the line by {margin}, {periods} periods in a row',
  ],
  'validity.from': ['{from}起', 'from {from}'],
  'validity.between': ['{from}至{to}', '{from} to {to}'],
  'frequency.M': ['月报', 'Monthly'],
  'frequency.Q': ['季报', 'Quarterly'],
  'frequency.A': ['年报', 'Annual'],
  'direction.higher_is_better': ['越高越好', 'higher is better'],
  'direction.lower_is_better': ['越低越好', 'lower is better'],
  'kind.count': ['个数', 'count'],
  'kind.amount': ['金额或数量', 'amount'],
  'kind.share': ['比例', 'share'],
  'kind.text': ['文字', 'text'],
  'kind.date': ['日期', 'date'],
  'kind.code': ['选项', 'code'],
  'severity.reject': ['不符即退回', 'rejected'],
  'severity.warn': ['不符须说明', 'must be explained'],
  'methodology.history': ['修订和更正', 'Revisions and corrections'],
  'methodology.history.lead': [
    '收到的报表都原样保存，后一份取代前一份，数字因此改动的记为修订。报表明显有误而单位尚未重报的，由有关科室登记更正，从登记之日起计入汇总和预警；报表改好而登记未撤销的，停止发布。因修订或更正而消失的预警记为撤销，不算好转。',
    'Every return is kept as received; a later one replaces the earlier, and a figure that moves by it is revised. A figure that is plainly wrong while its return has not been sent again may be corrected by declaration, and counts so from that day; once the return is put right the declaration must go, or nothing is published. An alert that a revision or correction undoes is withdrawn, not recovered.',
  ],
  'methodology.history.link': [
    '本期的修订和更正登记见“数据质量”',
    'This period’s revisions and corrections: see Quality',
  ],
} as const satisfies Messages
