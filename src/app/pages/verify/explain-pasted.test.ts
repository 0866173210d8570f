import { expect, test } from 'vitest'
import { explainPasted } from './explain-pasted.ts'

test.each([
  [401, 1000, 'Invalid API Token', [], 'Not valid here', true],
  [403, 9109, 'Invalid access token', [], 'Not valid here', true],
  [
    403,
    9109,
    'Cannot use the access token from location: 198.51.100.7',
    [],
    'Its IP limits keep this server out',
    true,
  ],
  [
    400,
    6003,
    'Invalid request headers',
    [{ code: 6111, message: 'Invalid format for Authorization header' }],
    'The secret has not the shape of a token',
    true,
  ],
  [
    403,
    9109,
    'Max auth failures reached, please check your Authorization header.',
    [],
    'Cloudflare does not listen for now',
    true,
  ],
  [400, 90_400, 'Send account_id (32 hex digits) and value', [], 'Token Desk cannot send this', false],
  [
    403,
    90_403,
    'This server is set up for other accounts: CLOUDFLARE_ACCOUNT_ID',
    [],
    'This server is set up for other accounts',
    false,
  ],
  [502, 90_502, 'The connection to the API failed (ENOTFOUND).', [], 'The address of the API was not found', false],
  [502, 0, 'The API answered without a token.', [], 'Cloudflare has trouble', false],
] as const)('HTTP %i, %i “%s”', (status, code, message, chain, title, isAnswer) => {
  const problem = { code, message, pointer: null, documentationUrl: null, chain: [...chain] }
  expect(explainPasted({ status, problems: [problem] })).toMatchObject({ title, isAnswer })
})
