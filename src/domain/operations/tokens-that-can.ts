import { atOnce } from '#domain/reach/at-once.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { concernedBy, toCall, type Call } from './call.ts'
import { heldGroups } from './call-hits.ts'
import { answerCall, type CallContext, type CanCall } from './can-call.ts'
import type { Need } from './need.ts'

/** Tokens that can make all of some requests; and those that may, for all that can be read. */
export type TokensThatCan = { can: TokenReach[]; unsure: TokenReach[] }

/**
 * Asks about requests that an account token can make and whose permission is known. The others are left out, because no
 * token could make them; without any request no token is told.
 */
export const tokensThatCan = (
  reaches: readonly TokenReach[],
  needs: readonly Need[],
  context: CallContext,
): TokensThatCan => atOnce(tokensThatCanSteps(reaches, needs, context))

/** So many questions are asked in one go: some milliseconds on a slow laptop. */
const SLICE = 500

/** The same in slices: each step of the generator is one, and yields how many tokens are asked. */
export function* tokensThatCanSteps(
  reaches: readonly TokenReach[],
  needs: readonly Need[],
  { accountId, moment }: CallContext,
): Generator<number, TokensThatCan, void> {
  const calls = callsOf(needs, accountId)
  const found: TokensThatCan = { can: [], unsure: [] }
  if (calls.length === 0) return found
  const concerned = concernedBy(calls)
  let asked = 0
  for (const [index, reach] of reaches.entries()) {
    const caller = { reach, held: heldGroups(reach, concerned) }
    const can = canAll(calls, (call) => {
      asked += 1
      return answerCall(caller, call, moment).can
    })
    if (can === 'yes') found.can.push(reach)
    else if (can === 'unknown') found.unsure.push(reach)
    if (asked < SLICE) continue
    asked = 0
    yield index + 1
  }
  return found
}

function canAll(calls: readonly Call[], answerTo: (call: Call) => CanCall['can']): CanCall['can'] {
  let all: CanCall['can'] = 'yes'
  for (const call of calls) {
    const can = answerTo(call)
    if (can === 'no') return can
    if (can === 'unknown') all = can
  }
  return all
}

/** Requests that need the same are asked about once. */
function callsOf(needs: readonly Need[], accountId: string): Call[] {
  const different = new Map<string, Need>()
  for (const need of needs) {
    const { state, options, missing, phase = '' } = need
    if (state !== 'exact' && state !== 'any') continue
    const keys = options.map(({ group, on }) => `${group.id} ${on.scope} ${on.id}`).toSorted()
    different.set([need.accountId, phase, ...keys, '', ...missing].join('\n'), need)
  }
  return [...different.values()].map((need) => toCall(need, accountId))
}
