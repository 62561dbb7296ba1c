import { expect, test } from 'vitest'
import { dingtalkSignature, jsonBody, robotBody } from '../../src/notify/robot-bodies.js'
import { madeEntry, madeNotice } from './made.js'

test('the signature is what openssl and Python make of the same time and secret', () => {
  // printf '1573536000000\nSEC000000example' | openssl dgst -sha256 -hmac 'SEC000000example' -binary | base64
  expect(dingtalkSignature('SEC000000example', 1_573_536_000_000)).toEqual({
    timestamp: '1573536000000',
    sign: 'l8qvxhLeb93b5193MfwrYAiWnArJYpEcydyFZGg15es=',
  })
})

test('a robot is sent one text with the subject as its first line, in 2048 bytes for WeCom', () => {
  const lines = Array.from({ length: 400 }, (_, at) => ({ zh: `第 ${at} 条`, en: `no. ${at}` }))
  const entry = madeEntry({ notice: madeNotice({ sections: [{ title: { zh: '预警', en: 'Alerts' }, lines }] }) })
  const contentOf = (kind: 'wecom' | 'dingtalk') => {
    const body = robotBody(kind, entry, { lang: 'zh', site: null }) as { msgtype: string; text: { content: string } }
    expect(Object.keys(body)).toEqual(['msgtype', 'text'])
    expect(body.msgtype).toBe('text')
    return body.text.content
  }
  expect(contentOf('wecom')).toMatch(/^小城市2026年10月：新增严重预警 1 条\n与上一期相比：\n\n预警\n- 第 0 条\n/)
  expect(Buffer.byteLength(contentOf('wecom'))).toBeLessThanOrEqual(2048)
  expect(contentOf('wecom')).toContain('条，见网站')
  expect(contentOf('dingtalk')).toContain('- 第 399 条')
})

test('a program is sent the words in both languages, and the same in codes and numbers', () => {
  expect(jsonBody(madeEntry(), 'http://10.0.0.5')).toEqual({
    id: '2026-10-1-alerts-leaders.0123456789ab',
    kind: 'alerts',
    made_at: '2026-11-10T01:00:00.000Z',
    subject: madeNotice().subject,
    opening: madeNotice().opening,
    sections: madeNotice().sections,
    remarks: [],
    link: 'http://10.0.0.5/alerts',
    items: [{ region_code: '990101', value: 58 }],
  })
})
