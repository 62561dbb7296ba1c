import type { Finding } from '../../domain/reject.js'
import type { Judged } from '../../domain/submission.js'
import { explanationKey } from '../../domain/submission.js'
import { isExplainable } from '../checks/explainable.js'
import { addressOf } from '../reading/grid.js'
import type { CellPosition } from './cell-position.js'
import { shownName } from './file-names.js'
import { placeOf } from './mark.js'
import { kindName, type ReturnNames, sayRows, sayVerdict } from './return-words.js'

/** The sheet in front of a marked copy: what was found, and room for an answer. */
export const indexName = '退回说明'

/** The headings of its table. The last column is hidden: it says what a line is about when the copy comes back. */
export const indexHeadings = ['序号', '须改正/请说明', '位置', '原文', '问题和改法', '情况说明', '标识'] as const

/** The sheet of a marked copy that holds what came as text. */
export const textSheetName = '报表'

/** One line of the index: one finding. */
export interface IndexLine {
  number: number
  kind: '须改正' | '请说明'
  /** The place as shown: `报表!C7`, or 整份文件. */
  where: string
  /** What the place links to; null when there is nothing to go to. */
  link: (CellPosition & { sheet: string }) | null
  original: string
  message: string
  /** Whether the sender's own words can settle it; only then is there room for them. */
  explainable: boolean
  explanation: string
  key: string
}

/** All that the index sheet says. */
export interface IndexSheet {
  title: string
  /** Lines above the table, each of a label and a text. */
  facts: [label: string, text: string][]
  lines: IndexLine[]
}

/** What the rest of the copy is: the sender's own sheets, or nothing, and why. */
export type CopyBody = 'sheets' | 'not_opened' | 'too_large'

const ways: Record<CopyBody, string> = {
  sheets:
    '红色的格须改正，黄色的格请核对，格上的批注写明原因和改法。改好后直接把本文件交回即可，颜色、批注和本表不必删除。属实不改的，在“情况说明”的白格里写明原因（灰格的事项必须改正），请勿填写个人姓名和电话。',
  not_opened: '原文件没有能够打开，所以本文件只有这一张说明。请按“问题和改法”处理后，重新报送原来的报表。',
  too_large: '原文件太大，本文件没有附上原表。请按“位置”在原来的报表里改正后重新报送。',
}

/** The index of a result. `fileName` is shown as it came, but for personal numbers. */
export function indexOf(fileName: string, result: Judged, names: ReturnNames, body: CopyBody): IndexSheet {
  return {
    title: `${indexName}（报表检查结果）`,
    facts: [
      ['文件', shownName(fileName)],
      [
        '报表',
        result.dataset === null
          ? names.dataset
          : `${names.dataset}　　填报单位：${names.unit}　　报告期：${names.period}`,
      ],
      ['结果', `${sayVerdict(result)}${sayRows(result)}。`],
      ['怎么办', ways[body]],
    ],
    lines: result.findings.map((finding, index) => lineOf(finding, index + 1, body)),
  }
}

function lineOf(finding: Finding, number: number, body: CopyBody): IndexLine {
  const place = placeOf(finding)
  const sheet = finding.sheet ?? textSheetName
  const address = place === null ? null : addressOf(place.row, place.at)
  const where = address === null ? finding.sheet : body === 'sheets' || finding.sheet ? `${sheet}!${address}` : address
  return {
    number,
    kind: kindName(finding.severity),
    where: where ?? '整份文件',
    link: place === null || body !== 'sheets' ? null : { sheet, ...place },
    original: finding.original ?? '',
    message: finding.message.zh,
    explainable: isExplainable(finding) && body === 'sheets',
    explanation: finding.explanation ?? '',
    // A copy of a text file has a sheet, and so will the findings of the next round.
    key: explanationKey({ ...finding, sheet }),
  }
}
