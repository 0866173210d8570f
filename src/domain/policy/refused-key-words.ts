import type { FaultyKeys, KeyFault } from './refused-keys.ts'

type KeyWords = { message: (words: string, areMany: boolean) => string; label: string; isCertain?: boolean }

/** The text for a fault and the label of its fix. Where the fault is only likely, the text says so. */
export const KEY_WORDS: Record<KeyFault, KeyWords> = {
  blanks: {
    message: (words, areMany) => `${words} ${areMany ? 'have' : 'has'} blanks at an end.`,
    label: 'Remove the blanks',
  },
  several: {
    message: (words) => `${words} isn’t one key. Add each key separately, without blanks or commas.`,
    label: '',
  },
  star: {
    message: (words) => `${words} isn’t a resource key. It’s the value of a key.`,
    label: '',
  },
  empty: {
    message: (words) => `The value of ${words} is empty. Use “*” or name the resources in it.`,
    label: '',
  },
  capitals: {
    message: (words, areMany) =>
      `${words} ${areMany ? 'have' : 'has'} capital letters. Cloudflare’s IDs have small letters only.`,
    label: 'Use small letters',
    isCertain: false,
  },
  placeholder: {
    message: (words, areMany) => `${words} ${areMany ? 'are placeholders' : 'is a placeholder'}, not an ID.`,
    label: 'Use this account’s ID',
  },
  domain: {
    message: (words, areMany) => `${words} ${areMany ? 'are names' : 'is a name'}. A resource key needs the zone ID.`,
    label: 'Use the zone ID',
  },
  'not-an-id': {
    message: (words, areMany) => `${words} ${areMany ? 'have' : 'has'} no ID of 32 characters (0–9, a–f).`,
    label: '',
    isCertain: false,
  },
  'bare-account': {
    message: (words) => `${words} has no account ID. Cloudflare refuses it for account tokens.`,
    label: 'Add this account’s ID',
  },
  flat: {
    message: (words) => `${words} must be nested under the account’s key.`,
    label: 'Nest under this account',
  },
  foreign: {
    message: (words, areMany) =>
      `${words} ${areMany ? 'are' : 'is'} in another account. A token can use only resources of its own account.`,
    label: 'Use this account instead',
  },
  user: {
    message: (words) => `${words} is about a user. Cloudflare refuses it for account tokens.`,
    label: '',
  },
  value: {
    message: (words) => `${words} isn’t a valid value: use “*”. The permission groups define the access.`,
    label: 'Use “*”',
  },
}

/** The faults of a policy's keys as a sentence. */
export const keyMessage = ({ fault, words }: Pick<FaultyKeys, 'fault' | 'words'>): string =>
  KEY_WORDS[fault].message(words.map((word) => `“${word}”`).join(', '), words.length > 1)
