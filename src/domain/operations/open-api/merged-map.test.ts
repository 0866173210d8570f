import { describe, expect, test } from 'vitest'
import type { Evidence, Operation } from '#domain/operations/operation.ts'
import { packMap, unpackMap } from '#domain/operations/pack-map.ts'
import { shippedMap } from '#domain/operations/shipped-map.ts'
import { changesOf, dayOf, markedIn, mergedMap } from './merged-map.ts'

const operation = (path: string, groups: string[], evidence: Evidence, more: Partial<Operation> = {}): Operation => ({
  method: 'GET',
  path,
  title: 'Title',
  groups,
  evidence,
  pages: [],
  operationId: null,
  ...more,
})
const description = (operations: Operation[]) => ({ title: 'API', version: '4.0.0', operations })
const DAY = '2026-11-03'

describe('a map that is made of a description and the map before it', () => {
  const before = {
    date: '2026-07-27',
    operations: [
      operation('/zones/{zone_id}', ['Zone Read'], 'marked', { pages: ['zones.get'] }),
      operation('/inferred', ['DNS Read'], 'inferred-high', { pages: ['a.list'] }),
      operation('/documented', ['DNS Read'], 'documentation'),
      operation('/taken-back', ['DNS Read'], 'marked'),
      operation('/unknown', [], 'unknown'),
    ],
  }
  const one = (read: Operation) => mergedMap(description([read]), before, DAY).map.operations[0]

  test('takes the marks of the description, and the pages of the reference from before', () => {
    const read = operation('/zones/{zone_identifier}', ['Zone Read', 'Zone Write'], 'marked', {
      operationId: 'get-zone',
    })
    expect(one(read)).toEqual({ ...read, pages: ['zones.get'] })
  })

  test('leaves what was concluded or documented where there is no mark', () => {
    expect(one(operation('/inferred', [], 'unknown'))).toMatchObject({
      groups: ['DNS Read'],
      evidence: 'inferred-high',
      pages: ['a.list'],
    })
    expect(one(operation('/documented', [], 'unknown'))).toMatchObject({ evidence: 'documentation' })
    expect(one(operation('/inferred', ['DNS Write'], 'marked'))).toMatchObject({
      groups: ['DNS Write'],
      evidence: 'marked',
    })
  })

  test('does not know any longer what the vendor has taken back', () => {
    expect(one(operation('/taken-back', [], 'unknown'))).toMatchObject({ groups: [], evidence: 'unknown' })
  })

  test('has the title from before where the description has none', () => {
    expect(one(operation('/inferred', [], 'unknown', { title: '' }))).toMatchObject({ title: 'Title' })
  })

  test('drops what a whole description leaves out, and keeps what a part leaves out', () => {
    const read = before.operations.slice(0, 4)
    const whole = mergedMap(description(read), before, DAY)
    expect([whole.isWhole, whole.map.operations.length, whole.map.date]).toEqual([true, 4, DAY])
    const part = mergedMap(description(read.slice(0, 3)), before, DAY)
    expect([part.isWhole, part.map.operations.length]).toEqual([false, 5])
  })
})

test('changes are other groups, in whatever order, and operations that only one map has', () => {
  const before = {
    date: '',
    operations: [
      operation('/a/{id}', ['A', 'B'], 'marked'),
      operation('/b', ['A'], 'marked'),
      operation('/c', [], 'unknown'),
    ],
  }
  const after = {
    date: '',
    operations: [
      operation('/a/{a_id}', ['B', 'A'], 'marked'),
      operation('/b', ['B'], 'marked'),
      operation('/d', [], 'unknown'),
    ],
  }
  const { changed, added, gone } = changesOf(before, after)
  expect([changed, added, gone].map((list) => list.map(({ path }) => path))).toEqual([['/b'], ['/d'], ['/c']])
})

test('the shipped map, read as a description, is the shipped map', async () => {
  const shipped = await shippedMap()
  const read = shipped.operations.map((one): Operation =>
    one.evidence === 'marked' ? { ...one, pages: [] } : { ...one, pages: [], groups: [], evidence: 'unknown' },
  )
  const { map, isWhole } = mergedMap(description(read), shipped, shipped.date)
  expect(isWhole).toBe(true)
  expect(unpackMap(packMap(map))).toEqual(shipped)
  expect(changesOf(shipped, map)).toEqual({ changed: [], added: [], gone: [] })
  expect(markedIn(map)).toBe(2_379)
})

test('the day is that of the version where it is a day, else of the file', () => {
  const modified = Date.parse('2026-11-03T23:30:00Z')
  expect(dayOf({ version: '4.0.0' }, modified)).toBe('2026-11-03')
  expect(dayOf({ version: null }, modified)).toBe('2026-11-03')
  expect(dayOf({ version: '2026-10-12.3' }, modified)).toBe('2026-10-12')
  expect(dayOf({ version: '2026-19-12' }, modified)).toBe('2026-11-03')
})
