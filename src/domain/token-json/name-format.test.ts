import { describe, expect, test } from 'vitest'
import { readExport } from './read-export.ts'
import { json, policy, readAs, TOKENS_URL } from './testing.ts'

const access = { id: 'x', access: 'allow', permission_groups: [{ id: 'y' }], resource_groups: [] }
const member = { id: 'x', status: 'accepted', email: 'a@b.example', user: {}, roles: [], policies: [access] }
const application = { id: 'x', name: 'Admin Site', aud: 'y', domain: 'a.example', policies: [{ decision: 'allow' }] }
const userGroup = { id: 'x', name: 'Readers', created_on: 'y', modified_on: 'y', policies: [access] }

const hostname = { id: 'x', hostname: 'a.example', ssl: { status: 'active' }, status: 'active', created_at: 'y' }

describe('what is no token is named, with the cure', () => {
  test.each([
    ['', 'Enter JSON'],
    [
      json({
        success: false,
        errors: [{ code: 9109, message: 'Unauthorized', error_chain: [{ code: 1, message: 'deep' }] }],
        result: null,
      }),
      'error response without a token (9109 Unauthorized; 1 deep)',
    ],
    [json({ success: true, result: null }), 'is empty'],
    [json({ success: true, result: 'Sn3lZJTBX6kkg7OdcBUAxOO963GEIyGQqnFTOFYY' }), 'a secret, not a token'],
    [json({ success: true, result: [] }), 'This list is empty'],
    [
      json({ success: true, result: [{ id: 'x', name: 'AI Audit Read', scopes: ['y'] }] }),
      'a list of permission groups',
    ],
    [json([{ id: 'x', name: 'AI Audit Read', scopes: ['y'] }]), 'a list of permission groups'],
    [
      json({
        success: true,
        result: [{ id: 'x', name: 'example.com', status: 'active', name_servers: [], permissions: [] }],
      }),
      'a list of zones',
    ],
    [json({ success: true, result: { buckets: [{ name: 'logs', creation_date: 'x' }] } }), 'a list of R2 buckets'],
    [json({ success: true, result: { id: 'x', status: 'active' } }), 'a verification response'],
    [json({ id: 'x', status: 'active', not_before: 'y', expires_on: 'z' }), 'a verification response'],
    [json([{ success: true, result: { id: 'x', status: 'active' } }]), 'a verification response'],
    [json({ success: true, result: [hostname] }), 'This is a list of custom hostnames, not of tokens.'],
    [json({ success: true, result: hostname }), 'This is a custom hostname, not a token.'],
    [
      json({ result: [{ id: 'x', type: 'advanced', hosts: [], status: 'active', certificates: [] }] }),
      'certificate packs',
    ],
    [json({ result: [{ id: 'x', targets: [], actions: [], priority: 1, status: 'active' }] }), 'a list of page rules'],
    [json({ result: [{ id: 'x', status: 'active', stage: 'y' }] }), 'This is a list of something else, not of tokens.'],
    [json({ result: { id: 'x', status: 'active', stage: 'y' } }), 'This is an API response, not a token.'],
    [json({ id: 'x', status: 'active', stage: 'y' }), 'This JSON isn’t a token'],
    [json({ success: true, result: 'ok' }), 'This is an API response, not a token.'],
    [json({ success: true, result: 'The worker was deployed.' }), 'This is an API response, not a token.'],
    [json({ success: true, result: '' }), 'This is an API response, not a token.'],
    [json({ success: true, result: '[secret removed]' }), 'a secret, not a token'],
    [json({ success: true, result: [{ id: 'x', name: 'Acme', settings: {}, created_on: 'x' }] }), 'a list of accounts'],
    [json({ success: true, result: [{ id: 'x', type: 'A', content: '192.0.2.1', ttl: 1 }] }), 'a list of DNS records'],
    [json({ success: true, result: [{ id: 'x', user: {}, roles: [] }] }), 'a list of members'],
    [json({ success: true, result: [member, member] }), 'This is a list of members, not of tokens.'],
    [json({ success: true, result: member }), 'This is a member, not a token.'],
    [json(member), 'This is a member, not a token.'],
    [json({ ...member, policies: [] }), 'This is a member, not a token.'],
    [json({ result: [application] }), 'This is a list of Access applications, not of tokens.'],
    [json({ result: [{ ...application, policies: [] }] }), 'This is a list of Access applications, not of tokens.'],
    [json([userGroup]), 'This is a list of user groups, not of tokens.'],
    [json({ result: userGroup }), 'This is a user group, not a token.'],
    [json([{ ...userGroup, policies: [] }]), 'This is a list of user groups, not of tokens.'],
    [json({ result: { ...userGroup, policies: [] } }), 'This is a user group, not a token.'],
    [json({ ...userGroup, policies: null }), 'This is a user group, not a token.'],
    [`curl ${TOKENS_URL} -d '${json({ ...userGroup, policies: [] })}'`, 'This request has no token.'],
    [`curl ${TOKENS_URL} -d '${json(userGroup)}'`, 'This request has no token.'],
    [json({ result: [{ actor: {}, action: {} }] }), 'This is a list of audit log entries, not of tokens.'],
    [json({ serial: 1, lineage: 'x', encrypted_data: 'y' }), 'This is an encrypted state, not a token.'],
    [json({ apiVersion: 'v1', kind: 'AccountToken', spec: {} }), 'This is a Kubernetes manifest, not a token.'],
    [json({ apiVersion: 'v1', kind: 'List', items: [] }), 'This is a Kubernetes manifest, not a token.'],
    [json([policy]), 'a list of policies without their token'],
    [json({ a: 1 }), 'This JSON isn’t a token'],
    ['7', 'This JSON isn’t a token'],
    ['{"a": ', 'Line 1, column'],
    [json({ version: 4, resources: [{ type: 'cloudflare_zone', instances: [] }] }), 'has no Cloudflare token'],
    ['provider "cloudflare" {\n  api_token = "x"\n}\n', 'without a resource “cloudflare_account_token”'],
    ['resource "cloudflare_zone" "x" {\n  name = "x"\n}', 'without a resource “cloudflare_account_token”'],
    ['curl https://api.cloudflare.com/client/v4/accounts', 'has no body (-d)'],
    [`curl ${TOKENS_URL} -d @token.json`, 'in the file “token.json”. Use that file'],
    [`curl ${TOKENS_URL} --data-binary @./a/token.json`, 'in the file “./a/token.json”'],
    [`curl ${TOKENS_URL} -T body.json`, 'in the file “body.json”'],
    ['curl -K curl.conf', 'from another file'],
    [`jq -n '{}' | curl ${TOKENS_URL} -d @-`, 'comes from another command'],
    [`curl ${TOKENS_URL} -d "$(jq -n '{name: 1}')"`, 'comes from another command'],
    [`curl ${TOKENS_URL} -d '{"name": }'`, 'In it, line 1, column 10'],
    ['---\nname: ci\npolicies:\n  - effect: allow\n', 'This is YAML'],
    ['apiVersion: v1\nkind: Secret\n', 'This is YAML'],
    ['# a workflow\nname: deploy\non:\n  push:\n', 'This is YAML'],
    ['providers:\n  cloudflare:\n    class: octodns_cloudflare.CloudflareProvider\n', 'This is YAML'],
    ['CLOUDFLARE_API_TOKEN=$TOKEN\nCF_ZONE=x\n', 'a file of environment variables'],
    ['export CF_API_TOKEN=x', 'a file of environment variables'],
    ['name = "worker"\ncompatibility_date = "2026-01-01"\n\n[vars]\nA = "b"\n', 'TOML'],
    ['import pulumi_cloudflare as cloudflare\n\ntoken = cloudflare.AccountToken("ci")\n', 'Python'],
    ['await client.accounts.tokens.create({ name: 1 })', 'JavaScript or TypeScript'],
    ['const token = await client.accounts.tokens.create({})', 'JavaScript or TypeScript'],
    ['new cloudflare.AccountToken("ci", {})', 'JavaScript or TypeScript'],
    ['package main\n\nfunc main() {}\n', 'Go'],
    ['wget --post-data "{}" https://x', 'a wget command'],
    ['http POST api.cloudflare.com name=x', 'an HTTPie command'],
    ['Invoke-RestMethod -Method Post -Uri https://x -Body $b', 'a PowerShell command'],
    ['POST /client/v4/accounts/x/tokens HTTP/1.1\nHost: x\n\n{}', 'an HTTP request'],
    ['### create\nPOST https://x/tokens\n\n{}', 'an HTTP request'],
    ['> POST /client/v4/accounts/x/tokens HTTP/2\n> Host: x\n', 'an HTTP request'],
    ['<!doctype html><html></html>', 'HTML or XML'],
    ['<configuration/>', 'HTML or XML'],
    [
      'Terraform will perform the following actions:\n\n  # cloudflare_account_token.ci will be created\n  + resource "cloudflare_account_token" "ci" {\n',
      'a printed Terraform plan',
    ],
    ['{"@level":"info","@message":"x"}\n{"@level":"info"}\n', 'a Terraform log'],
    ["{name: 'x', policies: []}", 'JavaScript or JSON5'],
    ['[r2]\ntype = s3\n', 'TOML or an INI file'],
    ['dns_cloudflare_api_token = x\n', 'a file of environment variables'],
    ['account_id = "x"\ntoken_names = ["a", "b"]\n', 'This is a list of settings, not a token.'],
    ['name = "ci"\npolicy = """{\n}\n"""\n', 'This is a list of settings, not a token.'],
    ['name = "worker"\nmain = "src/index.ts"\n', 'This is a list of settings, not a token.'],
    ["# mine\nname = 'worker'\n", 'This is a list of settings, not a token.'],
    ['vars = { A = "b", C = "d" }\n', 'This is a list of settings, not a token.'],
    ['api.url = "https://x" # // so\n', 'This is a list of settings, not a token.'],
    ['account_id = "x" // of the team\nzone = "y"\n', 'a file of Terraform variables'],
    ['account_id = "x"\n// prod\nzone = "y"\n', 'a file of Terraform variables'],
    ['/* prod */\naccount_id = "x"\n', 'a file of Terraform variables'],
    ['account_id = "x"\ntokens = [\n  {\n    name = "ci"\n  },\n]\n', 'a file of Terraform variables'],
    ['# prod\n\ntokens = {\n  ci = { name = "ci" }\n}\n', 'a file of Terraform variables'],
    ['// prod\nmax_tokens = 50 // so\n', 'a file of Terraform variables'],
    ['is_prod   = true', 'This is a list of settings, not a token.'],
    ['policy = <<-EOT\n{}\nEOT\n', 'a file of Terraform variables'],
    ['inputs = {\n  name = "ci"\n}\n', 'a Terragrunt configuration'],
    ['include "root" {\n  path = find_in_parent_folders()\n}\n\ninputs = merge(x, y)\n', 'a Terragrunt configuration'],
    ['dependency "zone" {\n  config_path = "../zone"\n}\n', 'a Terragrunt configuration'],
    ['dns_cloudflare_api_token = 0123456789abcdef\n', 'a file of environment variables'],
    ['token=0123\nname="x"\n', 'a file of environment variables'],
    ['POLICY={"a": 1}\nCF_TOKEN=x\n', 'a file of environment variables'],
    ['CF_TOKEN = "x"\n', 'a file of environment variables'],
    ['name = "worker"\ncompatibility_date = "2026-01-01"\n', 'TOML'],
    ['name = "worker"\n\n[[kv_namespaces]]\nbinding = "KV"\n', 'TOML'],
    ['HTTP/2 204 \r\ndate: x\r\n\r\n', 'an HTTP response without JSON'],
    ['HTTP/1.1 502 Bad Gateway\ncontent-type: text/html\n\n<html></html>', 'an HTTP response without JSON'],
    [
      'HTTP/2 403 \nserver: x\n\n{"success":false,"errors":[{"code":9109,"message":"Unauthorized"}]}',
      'error response without a token (9109 Unauthorized)',
    ],
    ['DNS:Edit | Zone.DNS', 'isn’t JSON, Terraform or a curl command'],
    ['kubectl create secret generic cf', 'isn’t JSON, Terraform or a curl command'],
    ['date,value,count\n1,2,3\n', 'This is CSV'],
  ])('%s', (text, words) => {
    expect(readAs(text)).toContain(words)
  })
})

test('many blank lines below a comment are read before long', () => {
  expect(readAs(`# deploy${'\n'.repeat(40)}foo bar`)).toContain('isn’t JSON, Terraform or a curl command')
})

test('user groups with and without policies are left out beside a token', () => {
  const list = [userGroup, { ...userGroup, policies: [] }, { id: 'x', name: 'ci', policies: [policy] }]
  expect(readExport(json({ success: true, result: list }))).toMatchObject({
    tokens: [{ name: 'ci' }],
    notes: ['2 entries aren’t tokens and are left out.'],
  })
})

test.each([
  { email: 'a@b.example', scopes: ['x'], user: {}, created_on: 'x' },
  { policies: [] },
  { policies: [], modified_on: 'y' },
  { policies: [], created_on: 'y', status: 'active' },
  { policies: [], created_on: 'y', issued_on: 'y' },
  { policies: [{}] },
  { policies: ['odd', null] },
  { policies: { access: 'allow' } },
  { policies: [policy, access] },
  { policies: [{ ...policy, access: 'allow', decision: 'allow' }] },
])('with %j, a token is still a token', (odd) => {
  const token = { id: 'x', name: 'ci', policies: [policy], ...odd }
  for (const pasted of [token, [token], { success: true, result: token }])
    expect(readAs(json(pasted))).toMatchObject({ tokens: [{ name: 'ci' }] })
})
