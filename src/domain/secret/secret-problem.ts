import { isId, isPlaceholder } from './secret-value.ts'

/** Why a text cannot be a secret of an account token, judged by its form; `null` when it may be one. */
export const secretProblem = (value: string): string | null => PROBLEMS.find(([is]) => is(value))?.[1] ?? null

/** 40 random characters may look like words. */
const OLD_TOKEN = /^(?=.*[a-z])(?=.*[A-Z])[\w-]{40}$/

/** The published prefixes: `docs/api-behaviour.md` §5. */
const PROBLEMS: [is: (value: string) => boolean, problem: string][] = [
  [(value) => value === '', 'Paste a token.'],
  [isId, 'This is an ID, not the secret. The secret is shown once, when a token is created or rolled.'],
  [(value) => /\s/.test(value), 'A token has no spaces or line breaks. Paste the token alone.'],
  // A few letters say nothing.
  [
    (value) => value.length >= 8 && isPlaceholder(value) && !OLD_TOKEN.test(value),
    'This is a placeholder, not a token.',
  ],
  [(value) => /[^!-~]/.test(value), 'Some characters here can’t be in a token. Paste the token alone.'],
  [(value) => value.startsWith('cfut_'), 'This is a user token (cfut_). Paste a token of the account.'],
  [(value) => /^cfk_|^[0-9a-f]{37}$/.test(value), 'This is a Global API Key, not an API token.'],
  [(value) => value.startsWith('cfoat_'), 'This is an OAuth token (cfoat_), such as Wrangler’s, not an API token.'],
]
