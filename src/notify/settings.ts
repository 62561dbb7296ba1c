import { z } from 'zod'
import { NoticeKind } from '../domain/notice.js'
import { RegionCode } from '../domain/region.js'
import { Lang } from '../domain/text.js'

const bilingual = (zh: string, en: string) => `${zh} (${en})`

/** The name of an environment variable. What looks like a secret itself is no name. */
const Variable = z
  .string()
  .regex(
    /^[A-Z][A-Z0-9_]{2,60}$/,
    bilingual(
      '要填环境变量的名字，如 JICENG_SMTP_PASSWORD；密码和密钥不写在文件里',
      'the name of an environment variable such as JICENG_SMTP_PASSWORD; secrets do not belong into the file',
    ),
  )

/** An office's mailbox: nothing but the address, and none that is a person's mobile number. */
const Address = z
  .email(bilingual('只填单位邮箱地址，如 zzb@example.org', 'an office’s address alone, such as office@example.org'))
  .refine(
    (text) => !/(?<!\d)1[3-9]\d{9}(?!\d)/.test(text),
    bilingual('要填单位的邮箱，不要填个人手机号邮箱', 'an office’s mailbox, not that of a person’s mobile number'),
  )

const webAddress = bilingual('要填 http:// 或 https:// 开头的地址', 'an address beginning with http:// or https://')
const Web = z.url({ protocol: /^https?$/, error: webAddress })
/** The key of a robot is what lets anybody write to its group: it comes from the environment. */
const Hook = Web.refine(
  (text) => !/[?&#](key|access_token|token|sign|secret)=|\/\/[^/]*@/i.test(text),
  bilingual(
    '地址里不要带 key、access_token 或口令，请放进环境变量',
    'leave key, access_token or password out of the address and put it into an environment variable',
  ),
)

const shared = {
  /** Names the channel in the outbox and its files. */
  id: z
    .string()
    .regex(
      /^[a-z][a-z0-9-]{0,30}$/,
      bilingual('用小写字母、数字和连字符命名，如 leaders', 'lower-case letters, digits and hyphens, such as leaders'),
    ),
  about: z
    .array(NoticeKind)
    .min(1)
    .default([...NoticeKind.options]),
  lang: Lang.default('zh'),
  /** Only what concerns these regions; absent: all. */
  regions: z.array(RegionCode).min(1).nullable().default(null),
}

/** Somewhere that messages go. */
export const Channel = z.discriminatedUnion('kind', [
  z.strictObject({ ...shared, kind: z.literal('email'), to: z.array(Address).min(1) }),
  z.strictObject({ ...shared, kind: z.literal('wecom'), url: Hook, key_env: Variable }),
  z.strictObject({
    ...shared,
    kind: z.literal('dingtalk'),
    url: Hook,
    token_env: Variable,
    /** Of a robot with 加签; absent: one that is secured otherwise. */
    secret_env: Variable.nullable().default(null),
  }),
  z.strictObject({ ...shared, kind: z.literal('json'), url: Hook, token_env: Variable.nullable().default(null) }),
])
export type Channel = z.infer<typeof Channel>

const Smtp = z
  .strictObject({
    host: z.string().min(1),
    port: z.int().min(1).max(65535),
    /** `tls` from the first byte, `starttls` before anything is said, `none` in the clear. */
    security: z.enum(['tls', 'starttls', 'none']).default('starttls'),
    from: Address,
    user: z.string().min(1).nullable().default(null),
    password_env: Variable.nullable().default(null),
  })
  .refine(({ user, password_env }) => (user === null) === (password_env === null), {
    error: bilingual('user 和 password_env 要么都填，要么都不填', 'user and password_env go together'),
    path: ['user'],
  })
  .refine(({ user, security }) => user === null || security !== 'none', {
    error: bilingual('有密码时要用 tls 或 starttls', 'a password needs tls or starttls'),
    path: ['security'],
  })
export type Smtp = z.infer<typeof Smtp>

/** `reference/notify.json`: who is told, and by what way. Nobody else is ever contacted. */
export const NotifySettings = z
  .strictObject({
    /** Where readers find the site, for links; absent: messages have none. */
    site: Web.nullable().default(null),
    smtp: Smtp.nullable().default(null),
    channels: z.array(Channel),
  })
  .superRefine(({ smtp, channels }, context) => {
    for (const [at, channel] of channels.entries()) {
      const issue = (message: string, field: string) =>
        context.addIssue({ code: 'custom', message, path: ['channels', at, field] })
      if (channels.findIndex(({ id }) => id === channel.id) < at)
        issue(bilingual('这个名字已用过', 'this name is taken'), 'id')
      if (channel.kind !== 'email') continue
      if (smtp === null) issue(bilingual('发邮件要有 smtp 一节', 'e-mail needs the section smtp'), 'kind')
      if (new Set(channel.to).size < channel.to.length)
        issue(bilingual('同一地址填了两次', 'the same address twice'), 'to')
    }
  })
export type NotifySettings = z.infer<typeof NotifySettings>
