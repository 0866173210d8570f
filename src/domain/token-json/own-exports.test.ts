import { describe, expect, test } from 'vitest'
import { exportCurl } from '#domain/export/curl.ts'
import { exportCsv, exportJson } from '#domain/export/formats.ts'
import { exportTerraform } from '#domain/export/terraform.ts'
import { bulkReport, reportCsv, reportJson } from '#domain/inventory/bulk-report.ts'
import type { Token } from '#domain/token/token.ts'
import { readExport } from './read-export.ts'
import { A, ZONES } from './testing.ts'

describe('an own export comes back', () => {
  const groups = [{ id: 'c1fde68c7bcc44588cbb6ddbc16d6480', name: 'Workers # "Read"' }]
  const conditions = { request_ip: { in: ['192.0.2.0/24'], not_in: ['192.0.2.7/32'] } }
  const token = (name: string): Token => {
    const policies = [{ effect: 'allow', permission_groups: groups, resources: ZONES }]
    return {
      id: '1'.repeat(32),
      name,
      status: 'active',
      issuedOn: '2026-01-01T00:00:00Z',
      modifiedOn: null,
      lastUsedOn: null,
      notBefore: '2026-01-02T00:00:00Z',
      expiresOn: '2099-01-01T00:00:00Z',
      creatorEmail: null,
      provisionerType: null,
      provisionerId: null,
      policies,
      condition: { allowed: ['192.0.2.0/24'], exceptions: ['192.0.2.7/32'] },
      wire: {
        id: '1'.repeat(32),
        name,
        status: 'active',
        policies,
        condition: conditions,
        not_before: '2026-01-02T00:00:00Z',
        expires_on: '2099-01-01T00:00:00Z',
      },
    }
  }
  const names = [
    'deploy',
    'it\'s "a" $HOME `x` \\n',
    'two\nlines',
    '${x} %{y} # // <<EOF',
    '=cmd',
    'é‮ 🐙',
    '```',
    "curl -d '{}'",
  ]

  test.each([
    ['JSON', exportJson],
    ['curl', exportCurl],
    ['Terraform', exportTerraform],
  ])('as %s, each token of it, whatever its name', (_, write) => {
    const read = readExport(write(names.map(token), { accountId: A }))
    if ('problem' in read) throw new Error(read.problem)
    expect(read.accountId).toBe(A)
    expect(read.tokens.map((one) => one.name)).toEqual(names)
    for (const one of read.tokens) {
      expect(one.body).toMatchObject({
        policies: [{ effect: 'allow', permission_groups: [{ id: groups[0]?.id }], resources: ZONES }],
        condition: conditions,
        not_before: '2026-01-02T00:00:00Z',
        expires_on: '2099-01-01T00:00:00Z',
      })
    }
  })

  test('as JSON also what has no policies', () => {
    const odd = { id: '2'.repeat(32), name: 'odd', condition: { 'request.ip': { in: ['192.0.2.0/24'] } } }
    const read = readExport(exportJson([{ ...token('odd'), wire: odd }, token('deploy')], { accountId: A }))
    expect(read).toMatchObject({ tokens: [{ name: 'odd', accountId: A }, { name: 'deploy' }], notes: [] })
  })

  test.each([
    ['curl', exportCurl],
    ['Terraform', exportTerraform],
  ])('as %s it says that nothing in it works any more', (_, write) => {
    const ended = { ...token('deploy'), status: 'expired' }
    expect(readExport(write([ended], { accountId: A }))).toMatchObject({
      problem: expect.stringContaining('This is an export without working tokens.') as string,
    })
  })

  test('as the report of a bulk action, each token as it was before', () => {
    const [deleted, skipped] = [token('deploy'), { ...token('kept'), id: '2'.repeat(32) }]
    const plan = {
      planned: [{ token: deleted, wanted: null, changes: [], isUsedLately: false }],
      leftOut: [{ token: skipped, reason: 'Token Desk uses this token' }],
    }
    const report = bulkReport({ action: { kind: 'delete' }, accountId: A, plan, now: 0 }, new Map(), String)
    const read = readExport(reportJson(report))
    expect(read).toMatchObject({
      accountId: A,
      tokens: [{ name: 'deploy', body: { name: 'deploy', policies: [{ resources: ZONES }] } }, { name: 'kept' }],
      notes: ['This is the report of a bulk action: its tokens are as they were before it.'],
    })
    expect(readExport(reportCsv(report))).toMatchObject({ problem: expect.stringContaining('CSV') as string })
  })

  test('as the report of a bulk action that was cut short, which has no states after it', () => {
    const plan = { planned: [{ token: token('deploy'), wanted: null, changes: [], isUsedLately: false }], leftOut: [] }
    const report = bulkReport({ action: { kind: 'disable' }, accountId: A, plan, now: 0 }, new Map(), String)
    const cut = (without: object) => ({ ...report, tokens: report.tokens.map((line) => ({ ...line, ...without })) })
    expect(readExport(reportJson(cut({ after: undefined })))).toMatchObject({
      tokens: [{ name: 'deploy', body: { name: 'deploy', policies: [{ resources: ZONES }] }, leftOut: ['id'] }],
    })
    expect(readExport(reportJson(cut({ before: undefined, after: undefined })))).toEqual({
      problem: 'This is a list of lines of the report of a bulk action, not of tokens.',
    })
  })

  test('as CSV it says why it cannot', () => {
    expect(readExport(exportCsv([token('deploy')], { accountId: A }))).toEqual({
      problem: 'This is the CSV export. It has the policies as sentences only. Use the JSON export.',
    })
  })
})
