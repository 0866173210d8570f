import { describe, expect, test } from 'vitest'
import { looksLikeSecret } from './looks-like-secret.ts'
import { redactSecrets, redactTyped } from './redact.ts'

// None of these is a real secret; each only has the format.
const OLD = 'Sn3lZJTBX6kkg7OdcBUAxOO963GEIyGQqnFTOFYY'
const NEW = `cfat_${'a1B2c3D4'.repeat(6)}`
const GLOBAL = '0123456789abcdef0123456789abcdef01234'
const S3 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const ID = 'ed17574386854bf78a67040be0a770b0'

describe('a secret in a pasted text is taken out', () => {
  test.each([
    ['the answer of a create', `{"result": {"id": "${ID}", "value": "${OLD}"}}`, OLD],
    ['the answer of a roll', `{"success":true,"result":"${OLD}"}`, OLD],
    ['the answer of a roll, new form', `{"result":"${NEW}"}`, NEW],
    ['an escaped answer', JSON.stringify(JSON.stringify({ result: OLD })), OLD],
    ['an answer escaped twice', JSON.stringify(JSON.stringify(JSON.stringify({ api_token: OLD }))), OLD],
    ['JSON, snake case', `{"api_token": "${OLD}"}`, OLD],
    ['JSON, camel case', `{"apiToken":"${OLD}"}`, OLD],
    ['JSON, api_key', `{"api_key":"${GLOBAL}"}`, GLOBAL],
    ['JSON, apiKey', `{ "apiKey" : "${GLOBAL}" }`, GLOBAL],
    ['R2 credentials', `{"accessKeyId":"${ID}","secretAccessKey":"${S3}"}`, S3],
    ['an AWS profile', `[r2]\naws_access_key_id = ${ID}\naws_secret_access_key = ${S3}\n`, S3],
    ['an OAuth client', `{"client_id":"${ID}","client_secret":"hunter2-hunter2"}`, 'hunter2-hunter2'],
    ['an access token', `{"access_token":"${OLD}","token_type":"Bearer"}`, OLD],
    ['a password of signs', `{"password":"p@ss, w{}rd 1"}`, 'p@ss, w{}rd 1'],
    ['single quotes', `{'token': '${OLD}'}`, OLD],
    ['JavaScript', `new Cloudflare({ apiToken: '${OLD}' })`, OLD],
    ['Python', `CloudFlare.CloudFlare(token="${OLD}")`, OLD],
    ['Ruby', `{ :api_token => "${OLD}" }`, OLD],
    ['Go', `apiToken := "${OLD}"`, OLD],
    ['HCL', `provider "cloudflare" {\n  api_token = "${OLD}"\n}`, OLD],
    ['HCL, the global key', `provider "cloudflare" {\n  email   = "a@b.example"\n  api_key = "${GLOBAL}"\n}`, GLOBAL],
    ['HCL, a default', `variable "cf" {\n  default = "${OLD}"\n}`, OLD],
    ['tfvars', `cloudflare_api_token = "${OLD}"`, OLD],
    ['YAML', `cloudflare:\n  api_token: ${OLD}\n  zone: example.com`, OLD],
    ['YAML, quoted', `apiToken: "${OLD}"`, OLD],
    ['YAML, folded', `api_token: >-\n  ${OLD}\n`, OLD],
    ['YAML in a list', `- token: ${OLD}`, OLD],
    ['octoDNS', `providers:\n  cloudflare:\n    class: octodns_cloudflare.CloudflareProvider\n    token: ${OLD}`, OLD],
    ['a manifest', `env:\n  - name: CF_API_TOKEN\n    value: "${OLD}"`, OLD],
    ['a manifest as JSON', `[{"name":"CF_API_KEY","value":"${GLOBAL}"}]`, GLOBAL],
    ['a manifest the other way round', `[{"value":"hunter2-hunter2","name":"CF_API_KEY"}]`, 'hunter2-hunter2'],
    ['the body of a form', 'value=hunter2-hunter2&name=CF_API_KEY', 'hunter2-hunter2'],
    ['a value with an ampersand', 'value: hunter2&hunter2; name: CF_API_KEY', 'hunter2'],
    ['.env', `CLOUDFLARE_ACCOUNT_ID=${ID}\nCLOUDFLARE_API_TOKEN=${OLD}\n`, OLD],
    ['.env, quoted', `CF_API_KEY='${GLOBAL}'`, GLOBAL],
    ['a shell', `export CLOUDFLARE_API_TOKEN="${OLD}"`, OLD],
    ['a variable before a command', `API_TOKEN=${OLD} curl https://x`, OLD],
    ['a variable of Terraform', `TF_VAR_cf=${OLD}`, OLD],
    ['a named variable of Terraform', `export TF_VAR_cloudflare_token=${OLD}`, OLD],
    ['PowerShell', `$env:CLOUDFLARE_API_TOKEN = "${OLD}"`, OLD],
    ['cmd', `set CF_API_TOKEN=${OLD}`, OLD],
    ['setx', `setx CF_API_TOKEN "${OLD}"`, OLD],
    ['Dockerfile', `ENV CF_API_TOKEN ${NEW}`, NEW],
    ['docker', `docker run -e CF_API_TOKEN=${OLD} -e CF_ZONE=x cloudflare`, OLD],
    ['a header of the global key', `curl https://x -H "X-Auth-Email: a@b.example" -H "X-Auth-Key: ${GLOBAL}"`, GLOBAL],
    ['a header that a program sets', `req.Header.Set("X-Auth-Key", "${GLOBAL}")`, GLOBAL],
    ['a header as a pair', `[['Authorization', 'Bearer ${OLD}']]`, OLD],
    ['a key of no meaning', `{"note": "${OLD}", "policies": []}`, OLD],
    ['a name that is a global key', `{"name": "${GLOBAL}"}`, GLOBAL],
    ['a header in single quotes', `curl -H 'X-Auth-Key:${GLOBAL}'`, GLOBAL],
    [
      'a header of Origin CA',
      `curl -H "X-Auth-User-Service-Key: v1.0-${'ab12'.repeat(6)}-${'ab12'.repeat(36)}"`,
      'ab12ab12-ab12',
    ],
    ['Authorization: Bearer', `curl -H "Authorization: Bearer ${OLD}"`, OLD],
    ['Authorization without Bearer', `curl -H "Authorization: ${OLD}"`, OLD],
    ['authorization in lower case', `> authorization: bearer ${OLD}\r\n> host: x`, OLD],
    ['Authorization: Basic', `-H 'Authorization: Basic dXNlcjpodW50ZXIyaHVudGVyMg=='`, 'dXNlcjpodW50ZXIyaHVudGVyMg=='],
    ['headers as an object', `{"headers":{"Authorization":"Bearer ${OLD}"}}`, OLD],
    ['headers in an escaped text', String.raw`"-H \"Authorization: Bearer ${OLD}\""`, OLD],
    ['HAR', `{"headers":[{"name":"X-Auth-Key","value":"${GLOBAL}"}]}`, GLOBAL],
    ['HAR with a scheme', `{"name":"authorization","value":"Bearer hunter2-hunter2"}`, 'hunter2-hunter2'],
    ['Postman', `{"key": "Authorization", "value": "Bearer ${OLD}", "type": "text"}`, OLD],
    ['a cookie', `-H 'Cookie: CF_Authorization=${OLD}; other=1'`, OLD],
    ['Bearer anywhere', `I used Bearer ${OLD} and it failed`, OLD],
    ['-u', `curl -u me@x.example:hunter2-hunter2 https://x`, 'hunter2-hunter2'],
    ['--user', `curl --user "me:${OLD}" https://x`, OLD],
    ['an address', `https://me:hunter2-hunter2@api.example/x`, 'hunter2-hunter2'],
    ['a query', `https://x.example/?zone=1&api_key=${GLOBAL}&a=b`, GLOBAL],
    ['an option', `cloudflared tunnel run --token ${OLD}`, OLD],
    ['an option with =', `external-dns --cloudflare-api-token=${OLD}`, OLD],
    ['gh secret set', `gh secret set CF --body ${OLD}`, OLD],
    ['a pipe', `echo ${OLD} | wrangler secret put X`, OLD],
    ['a pipe of printf', `printf %s '${OLD}' | gh secret set X`, OLD],
    ['.netrc', 'machine api.cloudflare.com login me password hunter2-hunter2', 'hunter2-hunter2'],
    ['a kubectl command', `kubectl create secret generic cf --from-literal=api-token=${OLD}`, OLD],
    ['a Caddyfile', `tls {\n  dns cloudflare ${OLD}\n}`, OLD],
    ['acme.sh', `SAVED_CF_Key='${GLOBAL}'`, GLOBAL],
    ['ddclient', `protocol=cloudflare\nlogin=token\npassword=${OLD}\nexample.com`, OLD],
    ['rclone', `[r2]\ntype = s3\naccess_key_id = ${ID}\nsecret_access_key = ${S3}`, S3],
    ['certbot', 'dns_cloudflare_api_token = 0123456789abcdef0123456789abcdef01234567', '0123456789abcdef'],
    ['a make file', `CF_TOKEN ?= ${OLD}`, OLD],
    ['fish', `set -gx CLOUDFLARE_API_TOKEN ${OLD}`, OLD],
    ['Vault', `vault kv put secret/cf api_token=${OLD}`, OLD],
    ['XML', `<apiToken>${OLD}</apiToken>`, OLD],
    ['a table of Markdown', `| CF_API_TOKEN | \`${OLD}\` |`, OLD],
    ['a sentence', `my token is ${OLD} please check`, OLD],
    ['an escaped header', String.raw`curl -H Authorization:\ Bearer\ ${OLD}`, OLD],
    ['a query with an escape', `https://x/?token=${OLD}%20&x`, OLD],
    ['a list of JSON', `{"api_tokens": ["${OLD}"]}`, OLD],
    ['a tunnel', `cloudflared service install eyJhIjoi${'MDIzZTEw'.repeat(12)}==`, 'MDIzZTEw'],
    ['an output of Terraform', `{"cf": {"sensitive": true, "type": "string", "value": "${OLD}"}}`, OLD],
    ['a line of its own', `here it is\n${OLD}\nthanks`, OLD],
    ['a word like the mark of a digest', `h1:${OLD}`, OLD],
    ['nothing else', OLD, OLD],
    ['a bare global key', GLOBAL, GLOBAL],
    ['an OAuth token', `cfoat_${'a1'.repeat(20)}`, 'a1a1'],
    ['a user token in prose', `see cfut_${'a1'.repeat(20)}.`, 'a1a1'],
    ['a new global key', `(cfk_${'a1'.repeat(20)})`, 'a1a1'],
    ['a JWT', `x eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N y`, 'dozjgNryP4J3jVmNHl0w5N'],
    [
      'a private key',
      '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----',
      'MIIEvQ',
    ],
  ])('from %s', (_, text, secret) => {
    const redacted = redactSecrets(text)
    expect(redacted.text).not.toContain(secret)
    expect(redacted.removed).toBe(1)
    expect(redactSecrets(redacted.text)).toEqual({ text: redacted.text, removed: 0 })
  })

  test('and JSON stays JSON', () => {
    const text = JSON.stringify({ name: 'n', value: OLD, nested: JSON.stringify({ apiKey: GLOBAL, ok: [1] }) })
    expect(JSON.parse(redactSecrets(text).text)).toEqual({
      name: 'n',
      value: '[secret removed]',
      nested: '{"apiKey":"[secret removed]","ok":[1]}',
    })
  })

  test('several in one text are all taken out', () => {
    const text = `CF_API_KEY=${GLOBAL}\nCF_API_TOKEN=${OLD}\ncurl -H "Authorization: Bearer ${NEW}"`
    expect(redactSecrets(text)).toEqual({
      text: 'CF_API_KEY=[secret removed]\nCF_API_TOKEN=[secret removed]\ncurl -H "Authorization: Bearer [secret removed]"',
      removed: 3,
    })
  })
})

test('of a secret that is typed, the letters that come after the first removal go with it, and nothing else', () => {
  expect(redactTyped('GET /zones?key=[secret removed]xY-9 and more')).toEqual({
    text: 'GET /zones?key=[secret removed] and more',
    removed: 0,
  })
  // Elsewhere such a text may be a name, which is told as it is.
  expect(redactSecrets('[secret removed]2')).toEqual({ text: '[secret removed]2', removed: 0 })
})

describe('what is no secret raises no alarm', () => {
  test.each([
    [`{"id": "${ID}"}`],
    [`{"token_id": "${ID}", "value": "${ID}", "token": "${ID}"}`],
    ['{"meta": {"key": "scopes", "value": "com.cloudflare.api.account.zone"}}'],
    ['{"meta": {"value": "com.cloudflare.edge.worker.script.some-long-name"}}'],
    ['{"value": "f9a1c3f0-5f0e-4c9e-9d2b-1f2e3d4c5b6a"}'],
    ['{"value": "cloudflare-zone-example-com-2026-prod-eu"}'],
    ['{"name": "ProductionDeployTokenForTheEdgeTeam2026x"}'],
    ['{"name": "CI token: deploy2026"}'],
    ['{"name": "CI token: production-2026-07-eu-west-1"}'],
    ['{"name": "password rotation for secret: see wiki"}'],
    ['{"bypass": "com-something-2026"}'],
    ['{"api_token": "YOUR_API_TOKEN"}'],
    ['{"api_token": "your-api-token-here-1234567890"}'],
    ['{"api_key": "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"}'],
    ['{"api_key": "xxxxxxxxxxxxxxxx"}'],
    ['{"token": "<token>"}'],
    ['{"token": "<API_TOKEN_1234>"}'],
    ['{"token": "****************"}'],
    ['{"token": "cfat_YOUR_TOKEN_GOES_HERE"}'],
    ['{"token": "cfat_XXXXXXXXXXXXXXXXXXXXXXXX"}'],
    ['{"success": true, "result": null}'],
    ['{"secret": "cloudflare-api-token-secret"}'],
    ['api_token = var.cloudflare_api_token'],
    ['api_token = "${var.cloudflare_api_token}"'],
    ['api_token = data.vault_generic_secret.cf.data["token"]'],
    ['apiToken: process.env.CLOUDFLARE_API_TOKEN'],
    ['token: os.environ["CLOUDFLARE_API_TOKEN"]'],
    ['api-token: ${{ secrets.CLOUDFLARE_API_TOKEN }}'],
    ['api_token: {{ cloudflare_api_token_2026 }}'],
    ['token: env/CLOUDFLARE_TOKEN'],
    ['apiTokenSecretRef:\n  name: cloudflare-api-token-secret\n  key: api-token'],
    ['export CLOUDFLARE_API_TOKEN="$TOKEN_FROM_THE_VAULT"'],
    ['set CF_API_TOKEN=%TOKEN_OF_CI%'],
    ['CLOUDFLARE_API_TOKEN=op://vault/cloudflare/token1'],
    ['curl -H "Authorization: Bearer $CLOUDFLARE_API_TOKEN"'],
    ['curl -H "Authorization: Bearer ${CLOUDFLARE_API_TOKEN_2}"'],
    ['curl -H "Authorization: Bearer <API_TOKEN>"'],
    ['curl -H "Authorization: Bearer YOUR_API_TOKEN"'],
    ['curl -H "Authorization: Bearer undefined"'],
    ['curl -H "X-Auth-Key: $CLOUDFLARE_API_KEY"'],
    ['curl -u "$USER:$PASSWORD_2026" https://x'],
    ['Bearer $CLOUDFLARE_API_TOKEN_OF_THE_TEAM'],
    ['f"Bearer {api_token_2026_of_the_team}"'],
    ['docker run -u 1000:1000 image'],
    ['a-git-sha: da39a3ee5e6b4b0d3255bfef95601890afd80709'],
    ['the token of the deployment pipeline'],
    [`{"com.cloudflare.edge.r2.bucket.${ID}_default_my-secret": "*"}`],
  ])('%s', (text) => {
    expect(redactSecrets(text)).toEqual({ text, removed: 0 })
  })
})

describe('search words', () => {
  test.each([
    [OLD],
    [NEW],
    [GLOBAL],
    [S3],
    [` "${OLD}", `],
    [`CF_API_TOKEN=${OLD}`],
    [`Authorization: Bearer ${OLD}`],
    [`cfat_${'x'.repeat(40)}`],
  ])('the secret of row %# is one', (words) => {
    expect(looksLikeSecret(words)).toBe(true)
  })

  test.each([
    [''],
    ['dns write'],
    [ID],
    ['com.cloudflare.api.account.zone'],
    ['CLOUDFLARE_API_TOKEN'],
    ['cfat_'],
    ['token: deploy'],
    ['Terraform-Cloud-Workspace-Production-EU-West1-2024'],
    ['GitHubActions_Deploy_Workers_Production_v2'],
    [`${ID} ${ID}`],
  ])('%s is none', (words) => {
    expect(looksLikeSecret(words)).toBe(false)
  })
})
