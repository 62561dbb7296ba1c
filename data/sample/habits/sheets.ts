import type { Habit } from './habit.js'

/** The sheet under a name of the county's own. */
export function sheetNamed(sheet: string): Habit {
  return (form) => ({ ...form, sheet })
}

/** The empty sheet that every new workbook has. */
export function emptySheet(): Habit {
  return (form) => ({ ...form, sheets: [...form.sheets, { name: 'Sheet2', lines: [] }] })
}

/** 填报说明 on a sheet of its own. */
export function instructions(...lines: readonly string[]): Habit {
  return (form) => ({ ...form, sheets: [...form.sheets, { name: '填报说明', lines: ['填报说明', ...lines] }] })
}
