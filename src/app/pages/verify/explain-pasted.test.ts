import { expect, test } from 'vitest'
import { explainPasted } from './explain-pasted.ts'

test.each([
  [401, 1000, 'Invalid API Token', [], 'Invalid token', 'critical'],
  [403, 9109, 'Invalid access token', [], 'Invalid token', 'critical'],
  [403, 9109, 'Cannot use the access token from location: 198.51.100.7', [], 'Can’t verify from here', 'caution'],
  [
    400,
    6003,
    'Invalid request headers',
    [{ code: 6111, message: 'Invalid format for Authorization header' }],
    'This isn’t an API token',
    'critical',
  ],
  [
    403,
    9109,
    'Max auth failures reached, please check your Authorization header.',
    [],
    'Too many failed attempts from this server',
    'caution',
  ],
  [400, 90_400, 'Send account_id (32 hex digits) and value', [], 'Token Desk can’t send this', 'critical'],
  [
    403,
    90_403,
    'This server is set up for other accounts: CLOUDFLARE_ACCOUNT_ID',
    [],
    'This server is for other accounts',
    'critical',
  ],
  [502, 90_502, 'The connection to the API failed (ENOTFOUND).', [], 'Couldn’t find the API’s host', 'critical'],
  [502, 0, 'The API response has no token.', [], 'Cloudflare API error', 'critical'],
] as const)('HTTP %i, %i “%s”', (status, code, message, chain, title, tone) => {
  const problem = { code, message, pointer: null, documentationUrl: null, chain: [...chain] }
  expect(explainPasted({ status, problems: [problem] })).toMatchObject({ title, tone })
})
