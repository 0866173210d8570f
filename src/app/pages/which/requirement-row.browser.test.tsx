import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
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

const NAMES = new Map<string, string>()
const none = () => []
