import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { unknownNeed } from '#domain/operations/need-of.ts'
import type { Requirement } from '#domain/operations/requirements.ts'
import { RequirementRow } from './requirement-row.tsx'

test('a row is not rendered again while something else is typed', async () => {
  let renders = 0
  const requirement: Requirement = {
    key: 'hello',
    item: { kind: 'unread', line: 1, text: 'hello', reason: 'No address.' },
    needs: [],
    get times() {
      renders += 1
      return 1
    },
  }
  const row = <RequirementRow accountId="" names={NAMES} requirement={requirement} nearest={none} hasCatalogue />
  const { rerender } = await render(<ol>{row}</ol>)
  const before = renders
  await rerender(
    <ol>
      <RequirementRow accountId="" names={NAMES} requirement={requirement} nearest={none} hasCatalogue />
    </ol>,
  )
  expect(renders).toBe(before)
})

test.each([
  [
    'a call of an SDK that no page describes',
    { kind: 'operation', line: 1, text: 'zones.dns_records.post', page: 'zones.dns_records.post', operationId: null },
    'Paste the request itself',
  ],
  [
    'an address of R2’s S3 API',
    { kind: 'foreign', line: 1, text: '', host: `${'a'.repeat(32)}.r2.cloudflarestorage.com` },
    'Workers R2 Storage Bucket Item Read or Write',
  ],
  [
    'an address of the dashboard',
    { kind: 'foreign', line: 1, text: '', host: 'dash.cloudflare.com' },
    'Paste the request that your tool sends',
  ],
] as const)('%s gets an answer that leads on', async (_, item, words) => {
  const needs = item.kind === 'operation' ? [unknownNeed('')] : []
  const requirement: Requirement = { key: 'x', item, needs, times: 1 }
  const { container } = await render(
    <ol>
      <RequirementRow accountId="" names={NAMES} requirement={requirement} nearest={none} hasCatalogue />
    </ol>,
  )
  expect(container.textContent).toContain(words)
})

const NAMES = new Map<string, string>()
const none = () => []
