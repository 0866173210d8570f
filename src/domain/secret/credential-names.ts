/** How clearly a name marks its value as a secret: alone, only with a random-looking value, or not at all. */
export type CredentialName = 'header' | 'credential' | 'maybe' | null

/** Headers whose whole value is secret, up to the end of the line or quote. */
const HEADERS = new Set(['authorization', 'proxyauthorization', 'cookie', 'setcookie', 'cfaccessjwtassertion'])

/** Endings of credential names, in any spelling: `api_token`, `apiKey`, `X-Auth-Key`, `TF_VAR_cf_token`. */
const ENDS =
  /(?:token|secret|password|passwd|passphrase|apikey|authkey|servicekey|secretkey|privatekey|accesskey|signingkey|encryptionkey|globalkey|originkey|cfkey|cloudflarekey|credential|credentials|bearer)\d{0,3}$/

/** Too short to tell from the end of another word, such as `bypass`. */
const SHORT = /(?:^|[^A-Za-z])(?:pass|pwd|Pass|Pwd|PASS|PWD)$|[a-z](?:Pass|Pwd)$/

/** `value` of a create, `result` of a roll, and names that are also used for other data. */
const MAYBE = new Set([
  'value',
  'result',
  'key',
  'auth',
  'cfkey',
  'cloudflarekey',
  'tokenvalue',
  'secretvalue',
  'body',
  'default',
  'signature',
  'xamzsignature',
])

export function credentialName(name: string): CredentialName {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  if (HEADERS.has(plain)) return 'header'
  if (ENDS.test(plain) || SHORT.test(name)) return 'credential'
  return MAYBE.has(plain) || plain.startsWith('tfvar') ? 'maybe' : null
}
