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

const ONE = `${API}/zones/1`

test.each([
  ['Python with arguments below', `requests.delete(\n    "${ONE}",\n    headers=h,\n)`, '2 DELETE'],
  ['Python with the method below', `requests.request(\n    "PATCH",\n    f"${ONE}",\n)`, '3 PATCH'],
  ['JavaScript with parts below', `axios\n  .delete(\n    '${ONE}')`, '3 DELETE'],
  [
    'JavaScript with options below',
    `fetch(\n  '${ONE}',\n  {\n    headers: {\n      a: 1,\n      b: 2,\n    },\n    method: 'PUT',\n  },\n)`,
    '2 PUT',
  ],
  ['Go', `http.NewRequest(\n\thttp.MethodDelete,\n\t"${ONE}",\n\tnil,\n)`, '3 DELETE'],
  ['Java', `HttpRequest.newBuilder()\n  .uri(URI.create("${ONE}"))\n  .DELETE()\n  .build();`, '2 DELETE'],
  ['Java with a name', `.uri(URI.create("${ONE}"))\n.method("PATCH", body)`, '1 PATCH'],
  ['C#', `await client.PutAsJsonAsync("${ONE}", body)`, '1 PUT'],
  ['C# with a type', `await client.DeleteFromJsonAsync<Zone>("${ONE}")`, '1 DELETE'],
  ['PHP', `curl_setopt($ch, CURLOPT_URL, "${ONE}");\ncurl_setopt($ch, CURLOPT_CUSTOMREQUEST, "DELETE");`, '1 DELETE'],
  ['Python with a variable', `url = "${ONE}"\n\nr = requests.patch(url, json=x)`, '1 PATCH'],
  ['Python with a variable below', `url = f"${ONE}"\nr = requests.put(\n    url,\n)`, '1 PUT'],
  ['Go with a variable', `url := "${ONE}"\nreq, err := http.NewRequest("DELETE", url, nil)`, '1 DELETE'],
  ['C# with a variable', `var uri = new Uri("${ONE}");\nnew HttpRequestMessage(HttpMethod.Patch, uri);`, '1 PATCH'],
  ['Ruby with a variable', `uri = URI("${ONE}")\nreq = Net::HTTP::Delete.new(uri)`, '1 DELETE'],
  ['JavaScript with a variable', `const url = \`${ONE}\`\nconst x = await axios.delete(url)`, '1 DELETE'],
  ['Bruno', `post {\n  url: ${ONE}\n  body: json\n}`, '2 POST'],
  [
    'Insomnia',
    `- url: ${ONE}\n  name: x\n  meta:\n    id: a\n    created: 1\n    modified: 2\n  method: PATCH\n- url: ${API}/x`,
    '1 PATCH',
  ],
])('the method of a request over several lines: %s', (_, text, expected) => {
  expect(read(text)[0]).toBe(`${expected} /zones/1 - URL`)
})

test('the method of another variable, and of a call that is closed, is not taken', () => {
  expect(read(`a = "${ONE}"\nb = get()\nrequests.delete(ab)`)).toEqual(['1 GET /zones/1 - URL guess'])
  expect(read(`x.delete()\nvisit(\n  "${ONE}",\n)`)).toEqual(['3 GET /zones/1 - URL guess'])
})

test.each([
  "app.get('/zones/:id', (req, res) => {})",
  'app.post("/accounts/:accountId/tokens", createToken)',
  "router.delete('/zones/:zone_id/dns_records/:id', requireAuth, h)",
  "this.apiRouter.patch('/accounts/:id', h)",
  '@app.get("/zones/{zone_id}/dns_records")',
  '@router.delete("/accounts/{account_id}", status_code=204)',
  "fastify.get('/accounts/:id', async () => {})",
  "app.get('/zones', c => c.json([]))",
  'server.put("/zones/:id", handler)',
  'mux.HandleFunc("GET /zones/{id}", show)',
  'http.Handle("DELETE /accounts/{id}/tokens/{token}", h)',
  'e.GET("/zones/:id", show)',
  'r.Get("/zones/{id}", h.Show)',
  "api.get('/zones', async (request, reply) => {",
  'v1.POST("/zones", func(c *gin.Context) {',
  '      zone GET    /zones/:id(.:format)    zones#show',
  "Route::get('/zones/{id}', [Zones::class, 'show']);",
  "$app->get('/zones/{id}', function ($request) {",
  'GET /zones/:id  controllers.Zones.show(id: String)',
])('%s defines a route of a server, and calls nothing', (line) => {
  expect(read(line)).toEqual([])
})

test.each([
  ["cf.get('/zones')", 'GET /zones'],
  ["const { data } = await axios.get('/zones/' + id, { params })", 'GET /zones/{id}'],
  ['client.Post(ctx, "/accounts/1/rules/lists", body, &res)', 'POST /accounts/1/rules/lists'],
  ["appClient.delete('/zones/1')", 'DELETE /zones/1'],
  ["http.delete('/zones/' + zone.id + '/dns_records/' + id)", 'DELETE /zones/{zone.id}/dns_records/{id}'],
  ['c.Patch("/zones/"+id,body)', 'PATCH /zones/{id}'],
  ["$client->put('/zones/' . $zone . '/settings/ssl', $body)", 'PUT /zones/{zone}/settings/ssl'],
  ['client.get("/zones", ctx)', 'GET /zones'],
  ["await client.get('/zones/' + id).then((answer) => answer.result)", 'GET /zones/{id}'],
  ['requests.get("/zones/" + zone).json()["result"]', 'GET /zones/{zone}'],
  ["request.get('/zones', function (error, response) {", 'GET /zones'],
  ["client.get('/zones').on('data', show)", 'GET /zones'],
  ['r.post("/zones", payload)', 'POST /zones'],
  ["cf.delete('/zones/' + id).then(() => hooks.register(id))", 'DELETE /zones/{id}'],
  ["app.get('/x', () => fetch('https://api.cloudflare.com/client/v4/zones'))", 'GET /zones'],
])('%s is a call', (line, call) => {
  expect(read(line)).toEqual([expect.stringContaining(`1 ${call} `)])
})

const BASE = `BASE = "${API}"`

test.each([
  ['requests.delete(f"{BASE}/zones/{z}/dns_records/{r}")', '2 DELETE /zones/{z}/dns_records/{r} - URL'],
  ['httpx.post(f"{BASE}/accounts/{a}/rules/lists", json={})', '2 POST /accounts/{a}/rules/lists - URL'],
  ['s.put(BASE + "/zones/" + z + "/settings/ssl")', '2 PUT /zones/{z}/settings/ssl - URL'],
  ['requests.patch("%s/zones/%s" % (BASE, z))', '2 PATCH /zones/%s - URL'],
  ['requests.get("{}/zones/{}".format(BASE, z))', '2 GET /zones/{} - URL'],
  ['url = f"{BASE}/zones/{z}"\nrequests.delete(url)', '2 DELETE /zones/{z} - URL'],
  ['await fetch(`${BASE}/zones/${z}`, { method: "DELETE" })', '2 DELETE /zones/${z} - URL'],
  ['await fetch(`${this.base}/zones`)', '2 GET /zones - URL guess'],
  ['req, err := http.NewRequest("DELETE", BASE+"/zones/"+z, nil)', '2 DELETE /zones/{z} - URL'],
  ['http.NewRequest(http.MethodPut, fmt.Sprintf("%s/zones/%s", BASE, z), b)', '2 PUT /zones/%s - URL'],
])('%s has the host in a variable', (line, expected) => {
  expect(read(`${BASE}\n${line}`).filter((item) => !item.startsWith('1 '))).toEqual([expected])
})

test.each([
  ['conn.request("DELETE", "/client/v4/zones/1")', 'DELETE /zones/1'],
  ['resp = cf.raw("GET", "/zones")', 'GET /zones'],
  ['res, err := api.Raw(ctx, "PATCH", "/zones/1/settings/ssl", data, nil)', 'PATCH /zones/1/settings/ssl'],
])('%s has method and path as arguments', (line, call) => {
  expect(read(line)).toEqual([`1 ${call} - method and path`])
})

test.each([
  'requests.get(f"{root}/accounts/{id}")',
  'url = f"{root}/zones/{id}"',
  'server.on("GET", "/zones", h)',
  'app.add_route("DELETE", "/zones/{id}", h)',
])('%s is another vendor’s, or calls nothing', (line) => {
  expect(read(line)).toEqual([])
})
