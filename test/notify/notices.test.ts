import { describe, expect, test } from 'vitest'
import { alertNotice } from '../../src/notify/alert-notice.js'
import { dueNotice } from '../../src/notify/due-notice.js'
import { messageText } from '../../src/notify/message-text.js'
import { madeAlertNews, madeLine, madeNotice, madeReturnNews } from './made.js'

const arrears = madeLine({
  region_code: '990102',
  region_name: '乙县',
  indicator: {
    id: 'arrears_pct',
    name: { zh: '拖欠比例', en: 'Arrears' },
    unit: 'pct',
    direction: 'lower_is_better',
    decimals: 1,
  },
  value: 21.4,
  critical: 20,
  gap: 3,
  gap_unit: { zh: '个村', en: 'villages' },
  period: '2026-Q3',
  opened_period: '2026-Q1',
})

describe('the message about alerts', () => {
  test('says region, indicator, value, line and gap', () => {
    const notice = alertNotice(madeAlertNews({ criticals: [madeLine(), arrears] }), null)
    expect(notice?.subject).toEqual({
      zh: '小城市2026年10月：新增严重预警 2 条',
      en: '小城市, Oct 2026: 2 new critical',
    })
    expect(notice?.sections.map(({ lines }) => lines)).toEqual([
      [
        {
          zh: '甲区 覆盖率 58.0%（2026年10月），低于严重线 60.0%，距预警线还差 12 家；预警自2026年7月起',
          en: '甲区, Coverage: 58.0% (Oct 2026), below the critical line of 60.0%, 12 firms to go to the warning line; alert open since Jul 2026',
        },
        {
          zh: '乙县 拖欠比例 21.4%（2026年三季度），高于严重线 20.0%，距预警线还需减少 3 个村；预警自2026年一季度起',
          en: '乙县, Arrears: 21.4% (Q3 2026), above the critical line of 20.0%, 3 fewer villages needed for the warning line; alert open since Q1 2026',
        },
      ],
    ])
  })

  test('says a value that is just beyond the line so that it can be told from it', () => {
    const notice = alertNotice(madeAlertNews({ criticals: [madeLine({ value: 59.996, gap: null })] }), null)
    expect(notice?.sections[0]?.lines[0]?.zh).toBe(
      '甲区 覆盖率 59.996%（2026年10月），低于严重线 60.000%；预警自2026年7月起',
    )
  })

  test('says what a correction withdrew, and keeps still about a line and a gap that it does not know', () => {
    const news = madeAlertNews({ criticals: [madeLine({ critical: null, gap: null })], withdrawn: [arrears] })
    const notice = alertNotice(news, null)
    expect(notice?.subject.zh).toBe('小城市2026年10月：新增严重预警 1 条，撤销预警 1 条')
    expect(notice?.sections[0]?.lines[0]?.zh).toBe('甲区 覆盖率 58.0%（2026年10月），低于严重线；预警自2026年7月起')
    expect(notice?.sections[1]?.lines[0]).toEqual({
      zh: '乙县 拖欠比例：原自2026年一季度起，更正前为 21.4%（2026年三季度）',
      en: '乙县, Arrears: was open since Q1 2026; 21.4% before the correction (Q3 2026)',
    })
    expect(notice?.items.map(({ change, region_code, value }) => [change, region_code, value])).toEqual([
      ['critical', '990101', 58],
      ['withdrawn', '990102', 21.4],
    ])
  })

  test('is of some regions for a channel that is about those, and none when there is nothing', () => {
    const news = madeAlertNews({ criticals: [madeLine(), arrears] })
    expect(alertNotice(news, ['990102'])?.sections[0]?.lines).toHaveLength(1)
    expect(alertNotice(news, ['990103'])).toBeNull()
    expect(alertNotice(madeAlertNews({ criticals: [] }), null)).toBeNull()
  })

  test('says of a fictional city that it is one', () => {
    expect(alertNotice(madeAlertNews({ fictional: true }), null)?.remarks[0]?.en).toContain('fictional')
    expect(alertNotice(madeAlertNews(), null)?.remarks).toEqual([])
  })
})

describe('the message about returns', () => {
  test('names the units before the due date and after it', () => {
    const before = dueNotice(madeReturnNews(), null)
    expect(before?.subject).toEqual({
      zh: '小城市：2 份报表 2026-11-05 到期，尚未收到',
      en: '小城市: 2 returns due 2026-11-05 not in yet',
    })
    expect(before?.sections).toEqual([
      {
        title: { zh: '覆盖表（2026年10月）2 份', en: 'Coverage return (Oct 2026): 2' },
        lines: [{ zh: '甲区、乙县（只报了一部分）', en: '甲区, 乙县 (in part only)' }],
      },
    ])
    const after = dueNotice(madeReturnNews({ side: 'after_due' }), null)
    expect(after?.subject.zh).toBe('小城市：2 份报表已过期（2026-11-05 应报）')
    expect(after?.opening.en).toMatch(
      /^Were due on 2026-11-05 and are still not in whole, from files received by 2026-11-09/,
    )
  })

  test('is of some regions for a channel that is about those', () => {
    expect(dueNotice(madeReturnNews(), ['990101'])?.sections[0]?.lines).toEqual([{ zh: '甲区', en: '甲区' }])
    expect(dueNotice(madeReturnNews(), ['990103'])).toBeNull()
  })
})

describe('a text', () => {
  const writing = { lang: 'zh', site: 'http://10.0.0.5/jiceng/', mark: 'm1', most_bytes: 2000 } as const

  test('has opening, lines, link and number', () => {
    expect(messageText(madeNotice(), writing)).toBe(
      '与上一期相比：\n\n新增严重预警\n- 甲区\n\nhttp://10.0.0.5/jiceng/alerts\n编号 m1（编号相同即为同一条消息）',
    )
    expect(messageText(madeNotice(), { ...writing, lang: 'en', site: null })).toBe(
      'Compared with the one before:\n\nNew critical alerts\n- Jia\n\nNo. m1 (the same number is the same message)',
    )
  })

  test('holds as many lines as there is room for, and says how many there are beyond', () => {
    const lines = Array.from({ length: 300 }, (_, at) => ({ zh: `第 ${at} 条`, en: `no. ${at}` }))
    const notice = madeNotice({ sections: [{ title: { zh: '预警', en: 'Alerts' }, lines }] })
    const text = messageText(notice, writing)
    const shown = text.split('\n').filter((line) => line.startsWith('- ')).length
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2000)
    expect(Buffer.byteLength(text)).toBeGreaterThan(1900)
    expect(text).toContain(`……另有 ${300 - shown} 条，见网站`)
    expect(text).toContain('编号 m1')
  })
})
