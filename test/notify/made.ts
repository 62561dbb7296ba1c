import type { AlertLine, AlertNews, ReturnNews } from '../../src/domain/news.js'
import type { Notice, OutboxEntry } from '../../src/domain/notice.js'

/** Two words and a line in a message that waits for `to`. */
export function madeEntry(but: Partial<OutboxEntry> = {}, to: readonly string[] = ['webhook']): OutboxEntry {
  return {
    id: '2026-10-1-alerts-leaders',
    digest: '0123456789ab',
    channel: 'leaders',
    made_at: '2026-11-10T01:00:00.000Z',
    expires_on: null,
    notice: madeNotice(),
    state: 'waiting',
    recipients: to.map((address) => ({ address, state: 'waiting', trouble: null })),
    tries: 0,
    next_try_at: '2026-11-10T01:00:00.000Z',
    ...but,
  }
}

export function madeNotice(but: Partial<Notice> = {}): Notice {
  return {
    kind: 'alerts',
    subject: { zh: '小城市2026年10月：新增严重预警 1 条', en: '小城市, Oct 2026: 1 new critical' },
    opening: { zh: '与上一期相比：', en: 'Compared with the one before:' },
    sections: [{ title: { zh: '新增严重预警', en: 'New critical alerts' }, lines: [{ zh: '甲区', en: 'Jia' }] }],
    remarks: [],
    page: 'alerts',
    items: [{ region_code: '990101', value: 58 }],
    ...but,
  }
}

/** Coverage in 甲区 at 58.0 %, below its critical line of 60 and 12 firms short of the warning line. */
export function madeLine(but: Partial<AlertLine> = {}): AlertLine {
  return {
    region_code: '990101',
    region_name: '甲区',
    indicator: {
      id: 'covered_pct',
      name: { zh: '覆盖率', en: 'Coverage' },
      unit: 'pct',
      direction: 'higher_is_better',
      decimals: 1,
    },
    period: '2026-10',
    value: 58,
    opened_period: '2026-07',
    critical: 60,
    gap: 12,
    gap_unit: { zh: '家', en: 'firms' },
    ...but,
  }
}

const named = { release: '2026-10-1', period: '2026-10', as_of: '2026-11-09', city: '小城市', fictional: false }

export function madeAlertNews(but: Partial<AlertNews> = {}): AlertNews {
  return { ...named, before: '2026-09-2', criticals: [madeLine()], withdrawn: [], ...but }
}

/** 甲区 has sent nothing, 乙县 a part. */
export function madeReturnNews(but: Partial<ReturnNews> = {}): ReturnNews {
  return {
    ...named,
    due_date: '2026-11-05',
    side: 'before_due',
    returns: [
      {
        dataset: 'coverage',
        title: { zh: '覆盖表', en: 'Coverage return' },
        period: '2026-10',
        units: [
          { region_code: '990101', region_name: '甲区', state: 'missing' },
          { region_code: '990102', region_name: '乙县', state: 'partly' },
        ],
      },
    ],
    ...but,
  }
}
