const PASTE = 'Paste the request that was refused to see which permission it needs.'
const NOT_KNOWN = 'The token is unknown, expired or disabled, or belongs to another account.'
const USERS_ONLY = `This endpoint doesn’t accept the token. Some accept user tokens only. ${PASTE}`

/** The first that matches counts: one code has many causes (`docs/api-behaviour.md` §1.2). */
const MEANINGS: [RegExp, string | null][] = [
  [/This API Token is valid and active/i, null],
  [/Cannot use the access token from location/i, 'The token’s IP limit doesn’t include the address of the caller.'],
  [/Max auth failures/i, 'Cloudflare is blocking the caller’s address for a while after several wrong tokens.'],
  // The edge has errors 1000 to 1011 as well, so there the message decides.
  [/Invalid API Token|Invalid access token/i, NOT_KNOWN],
  [
    ofError('Invalid request headers', 6003, 6103, 6111),
    'The Authorization header doesn’t have the form of an API token.',
  ],
  [/Missing X-Auth-Key/i, 'The request had no token.'],
  [ofError('does not support account owned tokens|Unable to authenticate request', 9106), USERS_ONLY],
  [ofError('Unauthorized to access requested resource', 9109), `The token lacks a permission. ${PASTE}`],
  [
    ofError('Authentication error', 10000),
    `The token is unknown or lacks a permission. Cloudflare doesn’t say which. ${PASTE}`,
  ],
  [
    /Failed common permission check/i,
    'A token can only be given a permission that its creator has on the resource, and that fits the resource.',
  ],
  [ofError('Could not route to', 7000, 7003), 'An ID in the URL isn’t valid, or the URL isn’t one of the API.'],
  [ofError('More than \\d+ requests per', 971, 10100), 'Too many requests: Cloudflare allows 1,200 in five minutes.'],
]

/** A message, or one of its codes: as a field, in words, or alone. */
function ofError(message: string, ...codes: number[]): RegExp {
  const code = codes.join('|')
  return new RegExp(String.raw`${message}|^\s*(?:${code})\s*$|\b(?<!exit )(?:code|error)\W{1,4}(?:${code})\b`, 'i')
}

/** An error is at the beginning of what is pasted alone. */
const MOST = 100_000

/** What an error of the API means, and what tells more; `null` for a text without one. */
export function errorMeaning(text: string): string | null {
  const start = text.slice(0, MOST)
  return MEANINGS.find(([form]) => form.test(start))?.[1] ?? null
}
