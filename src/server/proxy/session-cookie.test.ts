import { describe, expect, test } from 'vitest'
import { OTHER_SECRET as OLDER_SECRET, SECRET } from '#server/testing/settings.ts'
import { rememberInMemory } from './ended-sessions.ts'
import { createSealer, LIFETIMES, SHORT_LIFETIMES } from './session-cookie.ts'
import { ACCOUNT, TOKEN } from '#server/testing/proxy-rig.ts'

const FIRST = 'cfat_FirstToken0123456789abcdefghijABCDEFGHIJ'

describe('a sealed session', () => {
  const session = {
    id: 'one',
    accounts: [{ id: ACCOUNT, token: FIRST, tokenId: TOKEN, since: 1_000 }],
    startedAt: 1_000,
    issuedAt: 1_000,
  }
  const audience = 'https://desk.example'
  const sealer = createSealer({ secrets: [SECRET], audience })

  test('opens under each of the secrets, and is sealed under the first', async () => {
    const sealed = await sealer.seal(session)
    const rotated = createSealer({ secrets: [OLDER_SECRET, SECRET], audience })
    expect(await sealer.open(sealed, 2_000)).toMatchObject(session)
    expect(await rotated.open(sealed, 2_000)).toMatchObject(session)
    expect(await sealer.open(await rotated.seal(session), 2_000)).toBeNull()
    expect(await createSealer({ secrets: [OLDER_SECRET], audience }).open(sealed, 2_000)).toBeNull()
  })

  test('opens at its own address alone', async () => {
    const sealed = await sealer.seal(session)
    const other = createSealer({ secrets: [SECRET], audience: 'https://other.example' })
    expect(await other.open(sealed, 2_000)).toBeNull()
  })

  test('ends after its longest life, which is shorter where nothing remembers', async () => {
    const sealed = await sealer.seal(session)
    expect(await sealer.open(sealed, 1_000 + LIFETIMES.absoluteMs - 1)).not.toBeNull()
    expect(await sealer.open(sealed, 1_000 + LIFETIMES.absoluteMs)).toBeNull()
    const short = createSealer({ secrets: [SECRET], audience, lifetimes: SHORT_LIFETIMES })
    expect(await short.open(sealed, 1_000 + SHORT_LIFETIMES.absoluteMs)).toBeNull()
  })

  test('is no mark of its last use, nor the other way round', async () => {
    const [sealed, seen] = [await sealer.seal(session), await sealer.sealSeen({ id: 'one', at: 1_000 })]
    expect([await sealer.openSeen(sealed), await sealer.open(seen, 1_000)]).toEqual([null, null])
  })
})

test('what was ended is forgotten when no cookie can outlive it', async () => {
  const ended = rememberInMemory(1_000)
  await ended.endSession('a', 0)
  await ended.endSession('b', 900)
  expect([await ended.isEnded('a'), await ended.isEnded('b')]).toEqual([true, true])
  await ended.endSession('c', 1_500)
  expect([await ended.isEnded('a'), await ended.isEnded('b')]).toEqual([false, true])
})
