import { expect, test } from 'vitest'
import { forCreate } from './for-create.ts'

const NOW = Date.parse('2026-11-26T00:00:00Z')

test.each([
  [{ name: 'n', status: 'active' }, { name: 'n' }, []],
  [{ name: 'n', status: null }, { name: 'n' }, []],
  [{ name: 'n', status: 'disabled' }, { name: 'n' }, [/^The status “disabled” is left out/]],
  [{ name: 'n', status: 'revoked (exposed)' }, { name: 'n' }, [/“revoked \(exposed\)”/]],
  [{ name: 'n', status: 7 }, { name: 'n' }, [/“7”/]],
  [{ expires_on: '2026-11-25t23:59:59z' }, {}, [/passed on 2026-11-25/]],
  [{ expires_on: '2026-11-26T01:00:00+02:00', status: 'expired' }, {}, [/status “expired”/, /expiration is left out/]],
  [{ expires_on: '2026-11-26T00:00:01Z' }, { expires_on: '2026-11-26T00:00:01Z' }, []],
  [
    { name: 'n', conditions: {} },
    { name: 'n', conditions: {} },
    ['“conditions” isn’t known to Token Desk. It is sent as it is.'],
  ],
  // An invalid time shows its problem in place; year 1 means no time.
  [{ expires_on: 'soon' }, { expires_on: 'soon' }, []],
  [{ expires_on: 1803859200 }, { expires_on: 1803859200 }, []],
  [{ expires_on: '0001-01-01T00:00:00Z' }, { expires_on: '0001-01-01T00:00:00Z' }, []],
])('%j for a new token is %j', (brought, body, dropped) => {
  expect(forCreate(brought, NOW)).toEqual({ body, dropped: dropped.map((one) => expect.stringMatching(one)) })
})
