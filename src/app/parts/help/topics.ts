import type { Topic } from './help-words.ts'
import { documentation } from './documentation.ts'

/** What a word of the forms means, in Cloudflare's terms, and Cloudflare's page on it. */
export const topics = {
  policy: {
    text: 'A policy allows or denies permissions on resources. A token can have several; what no policy allows is refused.',
    link: documentation.viaApi,
  },
  effect: {
    text: 'Allow grants the permissions. Deny removes them, even if another policy of the token allows them.',
    link: documentation.viaApi,
  },
  resources: {
    text: 'Where the permissions apply: the account, all or some zones, R2 buckets or Workers. “All” includes those added later.',
    link: documentation.create,
  },
  permissions: {
    text: 'Each permission group allows a set of API calls, such as “DNS Write”. Each applies to one kind of resource.',
    link: documentation.permissions,
  },
  ip: {
    text: 'Cloudflare refuses requests with this token from other addresses. Blocked addresses win over allowed ones.',
    link: documentation.restrict,
  },
  expiration: {
    text: 'After this time the token stops working. You can extend it before or after.',
    link: documentation.restrict,
  },
  roll: {
    text: 'Rolling gives the token a new secret. The current one stops working immediately; ID and policies don’t change.',
    link: documentation.roll,
  },
} satisfies Record<Topic, { text: string; link: string }>
