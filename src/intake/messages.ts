import { fill, type Text } from '../domain/text.js'
import { bulkMessages } from './messages/bulk.js'
import { checkMessages } from './messages/check.js'
import { fileMessages } from './messages/file.js'
import { periodMessages } from './messages/period.js'
import { regionMessages } from './messages/region.js'
import { tableMessages } from './messages/table.js'
import { templateMessages } from './messages/template.js'
import { textFileMessages } from './messages/text-file.js'
import { valueMessages } from './messages/value.js'
import { workbookMessages } from './messages/workbook.js'

/**
 * Every sentence that intake says, by the code of its finding. Each names the value and the way out. `hint_…` and `way_…` are
 * parts that go into others.
 */
export const messages = {
  ...fileMessages,
  ...workbookMessages,
  ...textFileMessages,
  ...tableMessages,
  ...periodMessages,
  ...regionMessages,
  ...valueMessages,
  ...checkMessages,
  ...bulkMessages,
  ...templateMessages,
} satisfies Record<string, Text>

/** The code of a message. */
export type MessageCode = keyof typeof messages

/** The sentence of a code, filled in; a value in both languages goes to each sentence in its own. */
export function say(code: MessageCode, values: Readonly<Record<string, string | number | Text>> = {}): Text {
  return fill(messages[code], values)
}
