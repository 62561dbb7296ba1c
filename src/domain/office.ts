/** What names of offices end in, as far as they are written in full or in the usual short forms. */
const ending =
  /(委|委员会|部|办|办公室|局|厅|室|科|股|处|院|会|所|站|中心|大队|政府|党组|党委|总支|支部|街道|乡|镇|校|公司|银行|社|团|协会|工会|联)$/

/** True for one or several names of offices (`县财政局、县委组织部`), each told by its ending; what stands in brackets behind does not count. */
export function namesOffices(text: string): boolean {
  const names = text
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, '')
    .split(/[、,;/]/)
  return names.every((name) => name.trim().length > 2 && ending.test(name.trim()))
}
