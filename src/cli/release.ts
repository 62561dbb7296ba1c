import type { CommandGroup } from './command.js'
import { releaseDiff } from './release-diff.js'
import { releaseList } from './release-list.js'
import { releaseShow } from './release-show.js'
import { releaseUse } from './release-use.js'
import { releaseVerify } from './release-verify.js'

/** `jiceng release`: what was published, and which of it readers see. */
export const release: CommandGroup = {
  name: 'release',
  summary: {
    zh: '各期发布：列出、查看、切换（回退）、比较、验证',
    en: 'releases: list, look at, switch (roll back), compare, verify',
  },
  commands: [releaseList, releaseShow, releaseUse, releaseDiff, releaseVerify],
}
