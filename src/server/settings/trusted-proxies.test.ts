import { expect, test } from 'vitest'
import { refusal } from '#server/testing/settings.ts'
import { readConfig } from './config.ts'

test.each([
  ['127.0.0.1', ['127.0.0.1']],
  ['10.0.0.0/8', ['10.0.0.0/8']],
  [' 10.0.0.7 ,\n192.168.0.0/16,', ['10.0.0.7', '192.168.0.0/16']],
  ['10.0.0.7/32,10.0.0.7', ['10.0.0.7']],
  ['2001:DB8:0:0::/32', ['2001:db8::/32']],
  ['::1,0:0:0:0:0:0:0:1/128', ['::1']],
  ['fc00::/7,fe80::/10', ['fc00::/7', 'fe80::/10']],
  ['::ffff:10.0.0.7', ['10.0.0.7']],
  ['::ffff:10.0.0.0/104', ['10.0.0.0/8']],
  ['::10.0.0.0/104', ['::a00:0/104']],
])('%j is taken as %j', (text, trustedProxies) => {
  expect(readConfig({ TRUSTED_PROXIES: text })).toMatchObject({ trustedProxies })
})

test.each<[RegExp, string[]]>([
  [
    /trust every client/,
    [
      '0.0.0.0/0',
      '::/0',
      '10.0.0.0/0',
      '128.0.0.0/1',
      '0.0.0.0/7',
      '::ffff:0:0/96',
      '::/80',
      '::/64',
      '2000::/3',
      '::ffff:0.0.0.0/96',
    ],
  ],
  [/inside its range.*10\.0\.0\.0\/8/, ['10.0.0.1/8', '192.168.1.1/24', '2001:db8::1/32', '::ffff:10.0.0.1/104']],
  [
    /not an IP address/,
    [
      'localhost',
      'nginx',
      '10.1',
      '0x7f.0.0.1',
      '010.0.0.1',
      '10.0.0.256',
      '10.0.0.0/33',
      '10.0.0.0/08',
      '10.0.0.0/8/8',
      '10.0.0.0/',
      '/8',
      '::1/129',
      'fe80::1%eth0',
      '10.0.0.1:80',
      '[::1]',
      '*',
    ],
  ],
  [/no entry/, [',', ' ']],
])('refused: %s', (reason, texts) => {
  for (const text of texts) {
    const said = refusal(() => readConfig({ TRUSTED_PROXIES: text }))
    expect(said, text).toMatch(/^TRUSTED_PROXIES [^\n]*$/)
    expect(said, text).toMatch(reason)
    if (text.length < 3) continue
    expect(refusal(() => readConfig({ TRUSTED_PROXIES: `10.0.0.1,${text}` }))).toMatch(/^Entry 2 of TRUSTED_PROXIES /)
  }
})
