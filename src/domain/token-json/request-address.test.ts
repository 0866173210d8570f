import { describe, expect, test } from 'vitest'
import { readExport } from './read-export.ts'
import { A, body, json, readAs, TOKENS_URL } from './testing.ts'

const API = 'https://api.cloudflare.com/client/v4'
const named = json({ name: 'my-bucket' })

describe('a request for something else is named, whatever its body', () => {
  test.each([
    [`curl ${API}/accounts/${A}/r2/buckets -d '${named}'`, '/accounts/…/r2/buckets'],
    [`curl ${API}/zones -d '${json({ name: 'example.com', account: { id: A }, type: 'full' })}'`, '/zones'],
    [
      `curl ${API}/zones/${A}/dns_records --json '${json({ name: 'a', type: 'A', content: 'x' })}'`,
      '/zones/…/dns_records',
    ],
    [`curl -X POST "$CF_API/accounts/$ACCOUNT/d1/database" -d '${named}'`, '/accounts/…/d1/database'],
    [`curl ${API}/accounts/{account_id}/cfd_tunnel/ -d '${named}'`, '/accounts/…/cfd_tunnel'],
    [
      `curl ${API}/accounts/$(cat a/b)/access/apps?x=1 -d '${json({ name: 'a', policies: [] })}'`,
      '/accounts/…/access/apps',
    ],
    [`curl --url ${API}/accounts/${A}/access/groups -d '${named}'`, '/accounts/…/access/groups'],
    [`curl --url=${API}/accounts/${A}/access/service_tokens -d '${named}'`, '/accounts/…/access/service_tokens'],
    [`curl ${API}/accounts/${A}/builds/tokens -d '${named}'`, '/accounts/…/builds/tokens'],
    [`curl ${API}/accounts -d '${named}'`, '/accounts'],
    [`curl -X PUT ${API}/accounts/${A} -d '${named}'`, '/accounts/…'],
    [`curl ${API}/accounts/${A}/workers/scripts/x -T worker.js`, '/accounts/…/workers/scripts/x'],
    [`curl --location '{{baseUrl}}/zones/:zone_id/rulesets' --data '${named}'`, '/zones/…/rulesets'],
    [`curl api.cloudflare.com/client/v4/zones -d '${named}'`, '/zones'],
    [`ZONES=${API}/zones\ncurl "$ZONES/$ZONE/pagerules" -d '${named}'`, '/zones/…/pagerules'],
    [`curl https://me:key@git.example.com/api/repos -d '${named}'`, 'git.example.com'],
    [`curl https://hooks.example.com/services/T0/B0 -d '${named}'`, 'hooks.example.com'],
  ])('%s', (text, what) => {
    expect(readAs(text)).toBe(`This is a request for ${what}, not for a token.`)
  })

  test('and beside a token it is left out', () => {
    const zone = `curl ${API}/zones -d '${named}'`
    const script = `${zone}\ncurl ${TOKENS_URL} -d '${json(body)}'\n${zone}\ncurl ${API}/accounts/${A}/r2/buckets -d '${named}'`
    expect(readExport(script)).toMatchObject({
      tokens: [{ name: body.name, accountId: A }],
      notes: ['Left out: requests for /zones, /accounts/…/r2/buckets.'],
    })
  })
})

describe('a request for tokens, or of an address that tells nothing, is read by its body', () => {
  test.each([
    TOKENS_URL,
    `${TOKENS_URL}/`,
    `"${TOKENS_URL}?x=1#y"`,
    `${TOKENS_URL}/${A}`,
    `${TOKENS_URL}/$ID/roll`,
    `${API}/user/tokens`,
    `"$CF_API/accounts/$ACCOUNT/tokens"`,
    `"\${CF_API}/accounts/\${ACCOUNT:-none}/tokens"`,
    `"https://$HOST/api/v4/accounts/$(cat a/b)/tokens"`,
    `http://localhost:5173/api/v4/accounts/${A}/tokens`,
    `"$CF_API/tokens"`,
    `"$ACCOUNTS_URL/$ACCOUNT/tokens"`,
    `/accounts/${A}/tokens`,
    `--url ${TOKENS_URL}`,
    `--referer https://dash.example.com/zones/x -x http://proxy.example.com/y ${TOKENS_URL}`,
    `"$URL" --referer https://dash.example.com/zones/x`,
    `"$URL" -H "Origin: https://dash.example.com" --header "Referer: https://dash.example.com/zones"`,
    '"$URL"',
    '"$TOKENS/$ID"',
    `"$TOKENS/${A}"`,
    `"${API}/$ENDPOINT"`,
    `"${API}/accounts/$ACCOUNT/$ENDPOINT"`,
    'https://x',
    '',
  ])('curl %s', (address) => {
    expect(readAs(`curl ${address} -d '${json(body)}'`)).toMatchObject({ from: 'curl', tokens: [body] })
  })
})

test.each([`${API}/user/tokens`, `{{baseUrl}}/accounts/{{account}}/tokens`])(
  'a collection’s request to %s is read, and others are left out',
  (address) => {
    const to = (raw: string) => ({ request: { url: { raw }, body: { raw: json(body) } } })
    const collection = json({
      info: {},
      item: [to(address), to(`${API}/zones`), to(`${API}/accounts/${A}/tokens_old`)],
    })
    expect(readAs(collection)).toMatchObject({ from: 'http', tokens: [body] })
  },
)
