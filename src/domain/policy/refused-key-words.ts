import type { FaultyKeys, KeyFault } from './refused-keys.ts'

type KeyWords = { message: (words: string, areMany: boolean) => string; label: string; isCertain?: boolean }

/** The text for a fault and the label of its fix. Where the fault is only likely, the text says so. */
export const KEY_WORDS: Record<KeyFault, KeyWords> = {
  placeholder: {
    message: (words, areMany) => `${words} ${areMany ? 'are placeholders' : 'is a placeholder'}, not an id.`,
    label: 'Fill in this account’s id',
  },
  domain: {
    message: (words, areMany) => `${words} ${areMany ? 'are names' : 'is a name'}: a resource key takes the zone’s id.`,
    label: 'Use the id of the zone',
  },
  'not-an-id': {
    message: (words, areMany) => `${words} ${areMany ? 'hold' : 'holds'} no id of 32 characters (0–9, a–f).`,
    label: '',
    isCertain: false,
  },
  'bare-account': {
    message: (words) => `${words} names no account. Cloudflare refuses it for tokens of an account.`,
    label: 'Name this account',
  },
  flat: {
    message: (words, areMany) => `${words} must be nested under ${areMany ? 'their' : 'its'} account.`,
    label: 'Nest it under this account',
  },
  foreign: {
    message: (words) => `${words}: another account. A token reaches resources of its own account only.`,
    label: 'Name this account instead',
  },
  user: {
    message: (words) => `${words} is about a user. A token of an account has none, so Cloudflare refuses it.`,
    label: '',
  },
  value: {
    message: (words) =>
      `${words} is no value of a resource: it is always “*”. The permission groups say what may be done.`,
    label: 'Write “*”',
  },
}

/** The faults of a policy's keys as a sentence. */
export const keyMessage = ({ fault, words }: Pick<FaultyKeys, 'fault' | 'words'>): string =>
  KEY_WORDS[fault].message(words.map((word) => `“${word}”`).join(', '), words.length > 1)
