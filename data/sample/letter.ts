import { type Period, sayPeriod } from '../../src/domain/period.js'

/** What a county sends that cannot send its return: a letter, typed and saved under the name of a table. It names no person. */
export function letterOf(county: string, title: string, month: Period): string {
  return [
    `关于延期报送${sayPeriod(month, 'zh')}${title}的函`,
    '',
    '市委组织部：',
    `　　贵部下发的${title}已收悉。我县因村级换届后岗位核定尚未完成，各乡镇应发金额正在与财政部门逐笔核对，暂不能按规定格式填报。`,
    '　　初步估算，全县月均报酬约3000元，拖欠约占6%，以最终报表为准。待核对完毕后立即补报，请予谅解。',
    '　　特此函告。',
    '',
    `　　　　　　　　　　　　　　　　中共${county}委组织部（盖章）`,
    '',
  ].join('\r\n')
}
