/** The words that have a help text, in Cloudflare's terms; the texts load when one is opened. */
export const helpWords = {
  policy: 'Policies',
  effect: 'Effect',
  resources: 'Resources',
  permissions: 'Permission groups',
  ip: 'Client IP address filtering',
  expiration: 'Expiration',
  roll: 'Rolling a token',
} as const

export type Topic = keyof typeof helpWords
