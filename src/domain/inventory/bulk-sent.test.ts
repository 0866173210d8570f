import { expect, test } from 'vitest'
import { planBulk } from './bulk-plan.ts'
import { bulkReport, reportCsv, reportJson } from './bulk-report.ts'
import { runBulk, type BulkOutcome, type BulkWorld } from './bulk-run.ts'
import { testToken } from './testing.ts'

const token = testToken('1')
const plan = planBulk({ kind: 'disable' }, [token], { now: 0, ownTokenId: null, includesOwn: false })

test('a write is told before it is sent, and taken back once it was refused for now', async () => {
  const told: string[] = []
  const answers = ['limited', 'lost'] as const
  let writes = 0
  const world: BulkWorld<string> = {
    read: async () => (told.push('read'), token),
    update: async () => {
      told.push('update')
      throw new Error(answers[writes++])
    },
    remove: async () => {},
    pace: async () => true,
    wait: async () => {},
    now: () => 0,
    isStopped: () => false,
    isLasting: () => false,
    judge: (error) => {
      const { message } = error as Error
      return { failure: message, pause: message === 'limited' ? 1 : null, isUnknown: message === 'lost' }
    },
  }
  await runBulk({
    planned: plan.planned,
    world,
    onOutcome: (_, outcome) => told.push(outcome.kind === 'running' ? `sent: ${outcome.isSent}` : outcome.kind),
  })
  const first = ['sent: false', 'read', 'sent: true', 'update', 'sent: false']
  expect(told).toEqual([...first, 'read', 'sent: true', 'update', 'read', 'unknown'])
})

const reportOf = (outcome: BulkOutcome<string>) =>
  bulkReport({ action: { kind: 'disable' }, accountId: 'a', plan, now: 0 }, new Map([['1', outcome]]), String)

test('a report in the middle of a run does not know the token whose write is under way', () => {
  expect(reportOf({ kind: 'running', isSent: true }).tokens[0]?.outcome).toBe('unknown')
  expect(reportOf({ kind: 'running', isSent: false }).tokens[0]?.outcome).toBe('not started')
})

test('a state that is not known is left out of the JSON, and is an empty cell of the CSV', () => {
  const report = reportOf({ kind: 'waiting' })
  const unknown = { ...report, tokens: report.tokens.map((line) => ({ ...line, after: undefined })) }
  expect(reportCsv(unknown)).toMatch(/",\r\n$/)
  expect(reportCsv(report)).toMatch(/",null\r\n$/)
  expect(reportJson(unknown)).not.toContain('"after"')
})
