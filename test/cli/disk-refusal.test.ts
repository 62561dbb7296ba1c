import { describe, expect, test } from 'vitest'
import { diskRefusal } from '../../src/cli/disk-refusal.js'
import { Refusal } from '../../src/domain/refusal.js'

const home = '/srv/jiceng'
const failed = (code: string, more: object = {}) => Object.assign(new Error(`${code}: cannot`), { code, ...more })

describe('what the disk refuses is told with the file and the way out', () => {
  test.each([
    ['ENOSPC', { path: '/srv/a' }, '磁盘已满，写不进 /srv/a', 'the disk is full: cannot write /srv/a'],
    ['EDQUOT', {}, '磁盘已满，写不进 /srv/jiceng', 'the disk is full: cannot write /srv/jiceng'],
    ['ENOSPC', { path: '/srv/a', dest: '/srv/b' }, '磁盘已满，写不进 /srv/b', 'the disk is full: cannot write /srv/b'],
    ['EROFS', { path: '/srv/a' }, '磁盘是只读的，写不进 /srv/a', 'the disk is read-only: cannot write /srv/a'],
    ['EACCES', { path: '/srv/a' }, '没有权限读写 /srv/a', 'no permission for /srv/a'],
  ])('%s', (code, more, zh, en) => {
    const refusal = diskRefusal(failed(code, more), home)
    expect(refusal).toMatchObject({ exitCode: 6 })
    expect(refusal?.text.zh).toMatch(new RegExp(`^${zh}。已发布的一期不变；请.+重新运行$`))
    expect(refusal?.text.en).toMatch(new RegExp(`^${en}\\. The current release stays; .+ run again$`))
  })

  test('as the engine says it, below an error of ours', () => {
    const engine = new Error('IO Error: Could not write file "/srv/w.duckdb.wal": No space left on device')
    const refusal = diskRefusal(new Error('select 1', { cause: engine }), home)
    expect(refusal?.text.zh).toContain('磁盘已满，写不进 /srv/w.duckdb.wal。')
  })

  test('and nothing else is taken for it', () => {
    expect(diskRefusal(failed('ENOENT'), home)).toBeNull()
    expect(diskRefusal('no error at all', home)).toBeNull()
    const ours = new Refusal({ zh: '', en: '' }, 3, { cause: failed('EACCES') })
    expect(diskRefusal(ours, home)).toBeNull()
  })
})
