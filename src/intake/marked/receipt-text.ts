import { basename } from 'node:path/posix'
import { notesOf } from '../notes.js'
import { shownName } from './file-names.js'
import type { JudgedFile, ReturnContext } from './make-copy.js'
import { countFindings, namesOf, sayRows, sayVerdict } from './return-words.js'

/**
 * The receipt (回执) of a received file, for people: what came when, and what became of it. UTF-8 with a byte order mark and the
 * line ends that every editor shows. `copy` is the name of the marked copy; null when there is none.
 */
export function receiptText(
  { receipt, result, trial }: JudgedFile,
  copy: string | null,
  context: ReturnContext,
): string {
  const names = namesOf(result, context.datasets, context.regions)
  const { toCorrect, toExplain } = countFindings(result)
  const lines: [label: string, text: string][] = [
    ['文件名', shownName(receipt.file_name)],
    ['SHA-256', receipt.sha256],
    ['大小', `${receipt.bytes} 字节`],
    [trial ? '文件时间' : '收到时间', `${receivedAt(receipt.received_at)}（北京时间）`],
    ['报表', names.dataset],
    ['填报单位', names.unit],
    ['报告期', names.period],
    ['处理结果', sayVerdict(result)],
    ['行数', `${sayRows(result)}（收到 = 入库 + 退回）`],
    ['须改正', `${toCorrect} 处`],
    ['请说明', `${toExplain} 处`],
    ...notesOf(result, context.datasets).map(({ zh }): [string, string] => ['处理说明', zh]),
    ['退回文件', copy === null ? '无' : basename(copy)],
  ]
  return `\ufeff报表回执${trial ? '（试查，未正式报送，未入库）' : ''}\r\n\r\n${lines.map(([label, text]) => `${label}：${text}\r\n`).join('')}`
}

/** An instant as a clock on a wall in China shows it: eight hours ahead of UTC. */
function receivedAt(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
