import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { OTHER_SECRET, refusal, SECRET } from '#server/testing/settings.ts'
import { readConfig } from './config.ts'

const signIn = (SESSION_SECRET: string, env = {}) => readConfig({ AUTH: 'sign-in', SESSION_SECRET, ...env })

test.each([
  [SECRET, [SECRET]],
  [`${SECRET}\n`, [SECRET]],
  [` ${SECRET} , ${OTHER_SECRET},`, [SECRET, OTHER_SECRET]],
  [`${SECRET}\r\n${OTHER_SECRET}\n\n`, [SECRET, OTHER_SECRET]],
  ['correct horse battery staple, of which the comma parts', null],
])('%j is a list of secrets', (text, sessionSecrets) => {
  if (sessionSecrets) expect(signIn(text)).toMatchObject({ sessionSecrets })
  else expect(refusal(() => signIn(text))).toMatch(/^Entry 1 of SESSION_SECRET is too short.*comma/)
})

test.each<[RegExp, string[]]>([
  [/too short.*32/, ['x7Kq', SECRET.slice(0, 31)]],
  [/too few different/, ['a'.repeat(32), 'ab'.repeat(20), 'abcab'.repeat(7), '0'.repeat(64), '12345'.repeat(7)]],
  [
    /repeats a shorter text/,
    [
      'kx7PqZ'.repeat(6),
      'kx7PqZ-'.repeat(5).slice(0, 33),
      SECRET.slice(0, 16).repeat(2),
      SECRET.slice(0, 22).repeat(2),
      `${SECRET.slice(0, 8).repeat(4)}!`,
    ],
  ],
  [
    /sequence/,
    [
      'abcdefghijklmnopqrstuvwxyz012345',
      '0123456789012345678901234567890123456789',
      '0123456789abcdef0123456789abcdef',
      'zyxwvutsrqponmlkjihgfedcba987654',
      'aaaabbbbccccddddeeeeffffgggghhhh',
      '00112233445566778899aabbccddeeff',
      'a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6',
      'a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q',
    ],
  ],
  [
    /common word/,
    [
      'my-very-long-PASSWORD-2026-for-us',
      'this is no pass-word at all, is it'.replace(',', ''),
      'the-secret-of-my-life-is-42-and-more',
      'change-me-change-me-change-me-chang',
      'qwertyuiopasdfghjklzxcvbnm1234567890',
      '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol',
      ...[
        'Password',
        'changeme',
        'Change_Me ',
        'CHANGE-ME',
        'token-desk-',
        'TokenDesk',
        'example',
        'session-',
        'SECRET',
      ].map((word) => word + OTHER_SECRET),
      ...['Default', 'letmein', 'LetMeIn'].map((word) => OTHER_SECRET + word),
    ],
  ],
])('what can be guessed is refused: %s', (reason, secrets) => {
  for (const secret of secrets) {
    const said = refusal(() => signIn(secret))
    expect(said, secret).toMatch(/^SESSION_SECRET [^\n]*openssl rand -base64 32/)
    expect(said, secret).toMatch(reason)
    expect(said).not.toContain(secret)
    expect(refusal(() => signIn(`${SECRET},${secret}`))).toMatch(/^Entry 2 of SESSION_SECRET /)
  }
})

test('no secret is listed twice', () => {
  expect(refusal(() => signIn(`${SECRET},${OTHER_SECRET},${SECRET}`))).toMatch(
    /^Entry 3 of SESSION_SECRET is listed twice/,
  )
})

test('the value of another setting is no secret', () => {
  const aud = '7'.repeat(8) + OTHER_SECRET.slice(8)
  const access = { ACCESS_TEAM_DOMAIN: 'acme.cloudflareaccess.com', ACCESS_AUD: aud }
  const publicUrl = 'https://kx7pqz4m.internal'
  for (const [secret, env] of [
    [aud, access],
    [aud.toUpperCase(), access],
    [aud.slice(0, 40), access],
    [`x${aud}y`, access],
    [SECRET, { SANDBOX_TOKEN: `cfat_${SECRET.slice(0, 43)}_` }],
    [`${SECRET.slice(0, 20)}${publicUrl}`, { PUBLIC_URL: publicUrl }],
  ] as const) {
    const isShared = !('SANDBOX_TOKEN' in env)
    const said = refusal(() => signIn(secret, env))
    if (isShared) expect(said).toMatch(/^SESSION_SECRET shares its value with another setting/)
    else expect(said).toBe('accepted')
  }
})

/**
 * The worst case is below 4 in 10^9: "secret" or "qwerty" in base64, in one of three capitalizations at one of 38
 * positions, 2 × 3 × 38 ÷ 64^6. Of hex, 10^11 texts of 32 digits contain one with fewer than 6 different digits (4368 ×
 * (5/16)^32 = 3 × 10^-13) or with 24 small steps of 31 (2 × 10^-12); repeats are rarer still.
 */
test('whatever a random generator makes passes', () => {
  for (let run = 0; run < 500; run++) {
    const made = [
      randomBytes(32).toString('base64'),
      randomBytes(32).toString('base64url'),
      randomBytes(16).toString('hex'),
      randomBytes(32).toString('hex'),
      randomBytes(64).toString('hex'),
      randomUUID(),
      randomUUID() + randomUUID(),
      `${randomUUID()}-${randomUUID()}`.toUpperCase(),
    ]
    expect(signIn(made.join(','))).toMatchObject({ sessionSecrets: made })
  }
})
