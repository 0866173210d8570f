/** How sure a name makes it that its value is a secret: by itself, only when the value looks random, or not. */
export type CredentialName = 'header' | 'credential' | 'maybe' | null

/** Headers whose value is a secret as a whole, up to the end of its line or quote. */
const HEADERS = new Set(['authorization', 'proxyauthorization', 'cookie', 'setcookie', 'cfaccessjwtassertion'])

/** What the names of credentials end with, in any spelling: `api_token`, `apiKey`, `X-Auth-Key`, `TF_VAR_cf_token`. */
const ENDS =
  /(?:token|secret|password|passwd|passphrase|apikey|authkey|servicekey|secretkey|privatekey|accesskey|signingkey|encryptionkey|globalkey|originkey|cfkey|cloudflarekey|credential|credentials|bearer)\d{0,3}$/

/** Too short to be told from the end of another word, such as `bypass`. */
const SHORT = /(?:^|[^A-Za-z])(?:pass|pwd|PASS|PWD)$|[a-z](?:Pass|Pwd)$/

/** `value` of a create, `result` of a roll, and names that hold much else besides. */
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
])

export function credentialName(name: string): CredentialName {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  if (HEADERS.has(plain)) return 'header'
  if (ENDS.test(plain) || SHORT.test(name)) return 'credential'
  return MAYBE.has(plain) || plain.startsWith('tfvar') ? 'maybe' : null
}
