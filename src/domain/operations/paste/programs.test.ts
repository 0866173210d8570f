import { expect, test } from 'vitest'
import { read } from './testing.ts'

const API = 'https://api.cloudflare.com/client/v4'

test.each([
  [
    'Python',
    `r = requests.post(f"${API}/accounts/{account_id}/rules/lists", headers=h)`,
    'POST /accounts/{account_id}/rules/lists',
  ],
  [
    'Python with a name',
    `requests.request("DELETE", f'${API}/accounts/{a}/rules/lists/{b}')`,
    'DELETE /accounts/{a}/rules/lists/{b}',
  ],
  ['Python, added', `requests.put("${API}/zones/" + zone_id + "/settings/ssl")`, 'PUT /zones/{zone_id}/settings/ssl'],
  [
    'Go',
    `req, _ := http.NewRequest("PATCH", "${API}/zones/"+zoneID+"/bot_management", body)`,
    'PATCH /zones/{zoneID}/bot_management',
  ],
  [
    'Go with a constant',
    `http.NewRequest(http.MethodPut, "${API}/zones/"+cfg.Zone()+"/dns_records/"+id, nil)`,
    'PUT /zones/{cfg.Zone}/dns_records/{id}',
  ],
  [
    'Go with a context',
    `http.NewRequestWithContext(ctx, http.MethodDelete, fmt.Sprintf("${API}/zones/%s/custom_hostnames/%s", z, h), nil)`,
    'DELETE /zones/%s/custom_hostnames/%s',
  ],
  [
    'JavaScript',
    `await axios.delete(\`${API}/zones/\${zone}/page_shield/policies/\${id}\`)`,
    'DELETE /zones/${zone}/page_shield/policies/${id}',
  ],
  ['PHP', `$client->post('${API}/zones/' . $zone . '/purge_cache', $body);`, 'POST /zones/{zone}/purge_cache'],
  [
    'PHP with the name of the method',
    `$client->request('PUT', "${API}/zones/$zone/argo/tiered_caching");`,
    'PUT /zones/$zone/argo/tiered_caching',
  ],
  [
    'C#',
    `new HttpRequestMessage(HttpMethod.Post, $"${API}/zones/{zone}/purge_cache")`,
    'POST /zones/{zone}/purge_cache',
  ],
  ['Ruby', `HTTParty.patch("${API}/zones/#{zone}/dns_records/#{id}")`, 'PATCH /zones/{zone}/dns_records/{id}'],
  ['Rust', `client.post(format!("${API}/accounts/{}/queues", account))`, 'POST /accounts/{}/queues'],
])('the request of a program in %s', (_, text, expected) => {
  expect(read(text).map((item) => item.replace(/^1 (.*) - URL$/, '$1'))).toEqual([expected])
})

test('options of a request in a program', () => {
  expect(read(`axios({ method: 'post', url: '${API}/zones/' + zone + '/purge_cache' })`)).toEqual([
    '1 POST /zones/{zone}/purge_cache - log',
  ])
  expect(read(`request({ url: \`${API}/zones/\${zone}/purge_cache\`, method: 'POST' })`)).toEqual([
    '1 POST /zones/${zone}/purge_cache - log',
  ])
})

test('texts that add something else are left as they are', () => {
  expect(read(`"${API}/zones" + 1 + " is the address"`)).toEqual(['1 GET /zones - URL guess'])
  expect(read(`see "${API}/zones". "${API}/accounts" too`)).toEqual([
    '1 GET /zones - URL guess',
    '1 GET /accounts - URL guess',
  ])
})
