import { describe, expect, test } from 'vitest'
import { isHcl } from './read-hcl.ts'
import { readExport } from './read-export.ts'
import { A, policy, readAs } from './testing.ts'

const hcl = (inside: string) =>
  `terraform {\n  required_providers {}\n}\n\nresource "cloudflare_account_token" "ci" {\n  name = "ci"\n${inside}\n}\n`

describe('a configuration of Terraform', () => {
  test('is read with blocks, comments, here-documents and jsonencode', () => {
    const text = `
provider "cloudflare" {
  api_token = var.token
}
# one
resource "cloudflare_account_token" "ci" {
  account_id = "${A}"
  name       = "a \\"quoted\\" $\${x} \\u00e9" // so
  expires_on = null
  policies = [{
    effect = "allow" /* why */
    permission_groups = [
      { id = "4755a26eedb94da69e1066d98aa820be" }, # DNS Write
    ]
    resources = jsonencode({
      "com.cloudflare.api.account.${A}" = { "com.cloudflare.api.account.zone.*" : "*" }
    })
  }]
  condition = { request_ip = { in = ["192.0.2.0/24"], not_in = [] } }
  lifecycle {
    ignore_changes = [policies[0].id]
  }
  depends_on = [cloudflare_zone.x]
}
resource "cloudflare_account_token" "old" {
  name = <<-EOT
    of lines
  EOT
  policy {
    permission_groups = ["4755a26eedb94da69e1066d98aa820be"]
    resources = { "com.cloudflare.api.account.${A}" = "*" }
  }
  condition {
    request_ip { in = ["192.0.2.1/32"] }
  }
}
`
    expect(readAs(text)).toEqual({
      from: 'terraform',
      accounts: [A, A],
      tokens: [
        {
          name: 'a "quoted" ${x} é',
          policies: [policy],
          condition: { request_ip: { in: ['192.0.2.0/24'], not_in: [] } },
        },
        {
          name: 'of lines\n',
          policies: [{ ...policy, resources: { [`com.cloudflare.api.account.${A}`]: '*' } }],
          condition: { request_ip: { in: ['192.0.2.1/32'] } },
        },
      ],
    })
  })

  test('as `terraform state show` prints it, is read too', () => {
    const text = `# cloudflare_account_token.ci:\nresource "cloudflare_account_token" "ci" {\n    id = "x"\n    name = "ci"\n    policies = []\n    issued_on = (known after apply)\n    value = (sensitive value)\n}`
    expect(readAs(text)).toMatchObject({ tokens: [{ name: 'ci', policies: [] }] })
  })

  test('with policies of both provider versions, all are read', () => {
    const text = hcl('  policies = [{ effect = "deny" }]\n  policy {\n    effect = "allow"\n  }')
    expect(readAs(text)).toMatchObject({ tokens: [{ policies: [{ effect: 'deny' }, { effect: 'allow' }] }] })
  })

  test.each([
    ['  not_before = var.start', 'line 7, column 16: “var.start” is a reference'],
    ['  expires_on = timeadd("a", "b")', 'line 7, column 16: The function “timeadd”'],
    ['  policies = [for p in x : p]', 'line 7, column 15: A “for” expression'],
    ['  condition = { for k, v in x : k => v }', 'A “for” expression'],
    ['  expires_on = "${local.date}T00:00:00Z"', 'line 7, column 16: “${local.date}T00:00:00Z” contains an expression'],
    ['  policies = [{ resources = jsonencode({ "a.${var.x}" = "*" }) }]', '“a.${var.x}” contains an expression'],
    ['  for_each = { a = 1 }', 'line 7, column 3: “for_each” creates copies'],
    ['  count = 2', '“count” creates copies'],
    ['  dynamic "policy" {\n  }', '“dynamic” creates copies'],
    ['  status = x ? "active" : "disabled"', '“x” is a reference'],
    ['  status = "a" == "b" ? "active" : "disabled"', 'Unexpected “==”'],
    ['  expires_on = constructor', '“constructor” is a reference'],
    ['  policies = [toString]', '“toString” is a reference'],
    ['  name = "twice"', '“name” is set twice'],
    ['  policies = [', 'Unexpected'],
    ['  expires_on = (known after apply)', 'line 7, column 16: Terraform hides this value'],
    ['  condition = (known after apply)', 'Terraform hides this value'],
    ['  policies = (sensitive value)', 'Terraform hides this value'],
    ['  condition {\n    request_ip {\n      in = (sensitive value)\n    }\n  }', 'Terraform hides this value'],
    ['  expires_on = (1)', 'Unexpected “(”'],
    ['  policies = [{ effect = "allow", effect = "deny" }]', 'line 7, column 35: “effect” is set twice'],
    ['  policies = [{ resources = jsonencode({ "a" = "*", a = "*" }) }]', '“a” is set twice'],
    ['  condition {\n  }\n  condition {\n  }', 'line 9, column 3: “condition” is set twice'],
    ['  condition {\n    request_ip {\n    }\n    request_ip {\n    }\n  }', '“request_ip” is set twice'],
    ['  condition = { request_ip = {} }\n  condition {\n  }', '“condition” is set twice'],
  ])('%j is refused by name and place', (inside, words) => {
    const read = readAs(hcl(inside))
    expect(read).toContain('This is a Terraform configuration (HCL)')
    expect(read).toContain('terraform show -json')
    expect(JSON.stringify(read).toLowerCase()).toContain(words.toLowerCase())
  })

  test('one resource that cannot be read takes no other with it', () => {
    expect(readExport(`${hcl('  policies = []')}${hcl('  expires_on = var.x')}`)).toMatchObject({
      tokens: [{ name: 'ci' }],
      notes: [expect.stringMatching(/^Left out: cloudflare_account_token\.ci, line 15, column 16: “var\.x”/)],
    })
  })
})

describe('an argument that makes no token', () => {
  const inside = [
    ['  account_id = var.account_id', '“account_id”', 'line 7, column 16: “var.account_id” is a reference'],
    ['  tags = { a = 1, a = 2 }', '“tags”', 'line 7, column 19: “a” is set twice.'],
    ['  notes = [{ a = 1, a = 2 }]', '“notes”', 'line 7, column 21: “a” is set twice.'],
    ['  notes {\n    a = 1\n    a = 2\n  }', '“notes”', 'line 9, column 5: “a” is set twice.'],
    ['  notes = "a"\n  notes = "b"', '“notes”', 'line 8, column 3: “notes” is set twice.'],
    ['  notes = merge(\n    { a = 1 },\n    local.b\n  )', '“notes”', 'The function “merge” is computed'],
    ['  notes = <<-EOT\n    ${var.a}\n  EOT', '“notes”', 'contains an expression'],
    ['  dynamic "notes" {\n    for_each = []\n    content {}\n  }', '“notes”', '“dynamic” creates copies'],
  ] as const

  test.each(inside)('%j is left out by name and place', (argument, key, words) => {
    const read = readExport(hcl(`${argument}\n  policies = []\n  status = "active"`))
    if ('problem' in read) throw new Error(read.problem)
    expect(read.tokens.map(({ body }) => body)).toEqual([{ name: 'ci', policies: [], status: 'active' }])
    expect(read.notes).toEqual([expect.stringContaining(`Left out: ${key} of cloudflare_account_token.ci, line`)])
    expect(read.notes[0]).toContain(words)
  })

  test.each([
    ['conditions', '{ request_ip = { in = var.ips } }'],
    ['request_ip', 'var.limit'],
    ['expires_at', 'timeadd(timestamp(), "24h")'],
    ['expire_on', '"${local.day}T00:00:00Z"'],
    ['not_befor', 'var.start'],
    ['policys', 'local.denies'],
  ])('a misspelt %s is no such argument: without it, a limit could be lost', (key, value) => {
    expect(readAs(hcl(`  policies = []\n  ${key} = ${value}`))).toMatch(/cloudflare_account_token\.ci, line 8, column/)
    const written = { ci: { name: 'ci', policies: [], [key]: '${var.x}' } }
    expect(readAs(JSON.stringify({ resource: { cloudflare_account_token: written } }))).toMatch(
      /^This Terraform JSON has no token that can be read/,
    )
  })

  test('is kept where it can be read', () => {
    expect(readAs(hcl('  notes = "a"\n  policies = []'))).toMatchObject({ tokens: [{ notes: 'a' }] })
  })

  test('is left out of JSON as well', () => {
    const text = JSON.stringify({
      resource: {
        cloudflare_account_token: { ci: { name: 'ci', account_id: '${var.account_id}', policies: [] } },
      },
    })
    expect(readExport(text)).toMatchObject({
      tokens: [{ name: 'ci', accountId: null }],
      notes: ['Left out: “account_id” of cloudflare_account_token.ci: “${var.account_id}” contains an expression.'],
    })
  })
})

test('a data source beside a token is named', () => {
  const data = `data "cloudflare_account_token" "old" {\n  token_id = "x"\n}\n`
  expect(readExport(`${data}${hcl('  policies = []')}`)).toMatchObject({
    tokens: [{ name: 'ci' }],
    notes: ['Left out: data.cloudflare_account_token.old: a data source is only read by Terraform.'],
  })
  expect(readAs(data)).toMatch(
    /without a resource “cloudflare_account_token”\. data\.cloudflare_account_token\.old: a data/,
  )
})

test('the labels of a block need no quotes', () => {
  expect(readAs('resource cloudflare_account_token ci {\n  name = "ci"\n}\n')).toMatchObject({
    tokens: [{ name: 'ci' }],
  })
})

describe('a configuration is recognized by its first block', () => {
  const literal = hcl('  policies = []')
  const script = '#!/bin/sh\ncurl https://api.cloudflare.com/client/v4/ips'

  test.each([
    ['below a comment of lines', `// Copyright\n// Acme\n${literal}`],
    ['below a block comment', `/* Copyright\n * Acme { */\n\n${literal}`],
    ['below comments of all kinds', `# one\n/* two */ // three\r\n\t# four\n${literal}`],
    ['with a curl command in a comment above', `# curl https://api.cloudflare.com/client/v4/accounts\n${literal}`],
    ['with a curl command in a comment below', `${literal}\n  # curl https://x -d @body.json\n`],
    ['with a script in a here-document', `${literal}\nlocals {\n  script = <<-EOT\n${script}\n  EOT\n}\n`],
    [
      'with a script of a provisioner',
      `resource "null_resource" "x" {\n  provisioner "local-exec" {\n    command = <<EOF\n${script}\nEOF\n  }\n}\n${literal}`,
    ],
    ['after a check', `check "up" {\n  # $ curl https://x\n}\n${literal}`],
    ['after an ephemeral resource', `ephemeral "random_password" "x" {\n  # > curl https://x\n}\n${literal}`],
    [
      'after an import',
      `import {\n  # $ curl https://x\n  to = cloudflare_account_token.ci\n  id = "x"\n}\n${literal}`,
    ],
    [
      'after an import with block comments',
      `import { /* adopt */\n  /*\n  $ curl https://x\n   * **/ // it\n  to = cloudflare_account_token.ci\n}\n${literal}`,
    ],
  ])('%s', (_, text) => {
    expect(readAs(text)).toMatchObject({ from: 'terraform', tokens: [{ name: 'ci', policies: [] }] })
  })

  test.each([
    [`${script} -d '{"name":"a","policies":[]}'\ncat > main.tf <<EOF\n${literal}\nEOF\n`, 'request for /ips'],
    ['// a comment only', 'Line 1, column'],
    ['/* never closed {', 'Line 1, column 1'],
    ['// mine\n{"name": 1,}}', 'Line 2, column 13'],
    ['// mine\nprovider "cloudflare" {}\n', 'without a resource “cloudflare_account_token”'],
    ['// a\nimport { AccountToken } from "@pulumi/cloudflare"\n', 'JavaScript or TypeScript'],
    ['import {\n  AccountToken,\n} from "@pulumi/cloudflare"\n', 'JavaScript or TypeScript'],
    ['# curl https://x\nname: deploy\non:\n  push:\n', 'This is YAML'],
  ])('%j is something else', (text, words) => {
    expect(readAs(text)).toContain(words)
  })
})

test('a divider in an import block takes no time', () => {
  expect(isHcl(`import {\n${'#'.repeat(5000)}\n}\n`)).toBe(false)
  expect(isHcl(`import {\n${'#'.repeat(5000)}\n  // adopt it\n  to = a.b\n}\n`)).toBe(true)
  expect(isHcl(`import {\n${'/**/'.repeat(5000)}\n`)).toBe(false)
  expect(isHcl('import {/*\n'.repeat(5000))).toBe(false)
})
