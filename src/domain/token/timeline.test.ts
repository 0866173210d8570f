import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeLabels } from './timeline-labels.ts'
import { lifeWords, timelineOf } from './timeline.ts'

const NONE = { issuedOn: null, modifiedOn: null, lastUsedOn: null, notBefore: null, expiresOn: null }
const now = Date.parse('2026-11-26T00:00:00Z')
const day = (date: string) => `2026-${date}T00:00:00Z`

const drawn = (times: Partial<typeof NONE | Record<keyof typeof NONE, string>>) => {
  const { points, spans, isOpen } = timelineOf({ ...NONE, ...times }, now)
  return {
    points: points.map(({ kind, x }) => `${kind} ${x.toFixed(2)}`),
    spans: spans.map(({ kind, from, to }) => `${kind} ${from.toFixed(2)}–${to.toFixed(2)}`),
    isOpen,
  }
}

describe('the timeline', () => {
  test('has each time at its place, the life used and the life left', () => {
    const times = {
      issuedOn: day('11-06'),
      modifiedOn: day('11-16'),
      lastUsedOn: day('11-21'),
      expiresOn: day('12-16'),
    }
    expect(drawn(times)).toEqual({
      points: ['issued 0.00', 'modified 0.25', 'used 0.38', 'now 0.50', 'expires 1.00'],
      spans: ['used 0.00–0.50', 'left 0.50–1.00'],
      isOpen: false,
    })
  })

  test('has an open end without an expiration', () => {
    expect(drawn({ issuedOn: day('11-06') })).toEqual({
      points: ['issued 0.00', 'now 0.80'],
      spans: ['used 0.00–0.80', 'left 0.80–1.00'],
      isOpen: true,
    })
  })

  test('waits for a start in the future', () => {
    expect(drawn({ issuedOn: day('11-16'), notBefore: day('12-06'), expiresOn: day('12-26') }).spans).toEqual([
      'waiting 0.00–0.50',
      'left 0.50–1.00',
    ])
  })

  test('ends before now when expired', () => {
    expect(drawn({ issuedOn: day('11-06'), expiresOn: day('11-16') }).spans).toEqual([
      'used 0.00–0.50',
      'over 0.50–1.00',
    ])
  })

  test('has what happened since the clock last ticked before now, and a time that is far ahead where it is', () => {
    const inSeconds = { issuedOn: day('11-06'), modifiedOn: '2026-11-26T00:00:40Z', lastUsedOn: '2026-11-26T00:00:20Z' }
    expect(timelineOf({ ...NONE, ...inSeconds }, now).points.map(({ kind }) => kind)).toEqual([
      'issued',
      'used',
      'modified',
      'now',
    ])
    expect(drawn({ issuedOn: day('11-06'), lastUsedOn: day('12-16') }).points).toEqual([
      'issued 0.00',
      'now 0.40',
      'used 0.80',
    ])
  })

  test('has one point for what happened with the issue', () => {
    const at = day('11-06')
    expect(drawn({ issuedOn: at, modifiedOn: at, notBefore: at }).points).toEqual(['issued 0.00', 'now 0.80'])
  })

  test('leaves out times that cannot be read', () => {
    expect(drawn({ issuedOn: 'someday', expiresOn: 'never ever' })).toEqual({
      points: ['now 0.00'],
      spans: [],
      isOpen: false,
    })
  })

  test('covers all points and spans, whatever the times', () => {
    const time = fc.option(
      fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((date) => date.toISOString()),
    )
    const times = fc.record({ issuedOn: time, modifiedOn: time, lastUsedOn: time, notBefore: time, expiresOn: time })
    fc.assert(
      fc.property(times, (token) => {
        const { points, spans } = timelineOf(token, now)
        const places = [...points.map(({ x }) => x), ...spans.flatMap(({ from, to }) => [from, to])]
        expect(places.every((x) => x >= 0 && x <= 1)).toBe(true)
        expect(points.map(({ x }) => x)).toEqual(points.map(({ x }) => x).toSorted((a, b) => a - b))
      }),
    )
  })
})

test.each([
  [{ issuedOn: day('01-12'), expiresOn: '2027-01-12T00:00:00Z' }, '318 of 365 days used'],
  [{ issuedOn: '2026-11-25T20:00:00Z', expiresOn: '2026-11-26T20:00:00Z' }, '4 of 24 hours used'],
  [{ issuedOn: day('01-12') }, 'No expiration'],
  [{ expiresOn: day('11-23') }, 'Expired 3 days ago'],
  [{ expiresOn: '2026-11-25T23:30:00Z' }, 'Expired under an hour ago'],
  [{ notBefore: day('12-01') }, 'Starts in 5 days'],
  [{ expiresOn: '2027-01-12T00:00:00Z' }, ''],
  [{ issuedOn: day('01-12'), expiresOn: 'never ever' }, ''],
])('the life of %o: %s', (times, words) => {
  expect(lifeWords({ ...NONE, ...times }, now)).toBe(words)
})

describe('the labels of the timeline', () => {
  const WIDTH = 0.165

  test('stand at their points where there is room', () => {
    const labels = placeLabels(
      [0, 0.5, 1].map((x) => ({ x, prefers: 'above' as const })),
      0.2,
    )
    expect(labels).toEqual([
      { lane: 'above', from: 0, align: 'start' },
      { lane: 'above', from: 0.4, align: 'center' },
      { lane: 'above', from: 0.8, align: 'end' },
    ])
  })

  test('never overlap and never leave the line', () => {
    const points = fc
      .array(fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), prefers: fc.constantFrom('above', 'below') }), {
        maxLength: 6,
      })
      .map((list) => list.toSorted((a, b) => a.x - b.x))
    fc.assert(
      fc.property(points, (list) => {
        const labels = placeLabels(list, WIDTH)
        for (const lane of ['above', 'below']) {
          const edges = labels.filter((label) => label.lane === lane).map(({ from }) => from)
          for (const [index, from] of edges.entries()) {
            expect(from).toBeGreaterThanOrEqual(-1e-9)
            expect(from + WIDTH).toBeLessThanOrEqual(1 + 1e-9)
            if (index > 0) expect(from - (edges[index - 1] ?? 0)).toBeGreaterThanOrEqual(WIDTH - 1e-9)
          }
        }
      }),
    )
  })
})
