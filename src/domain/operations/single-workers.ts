import { becauseOf } from '#domain/reach/because.ts'
import type { ReachGroup } from '#domain/reach/group-reader.ts'
import type { PlaceReach } from '#domain/reach/resolve.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { WORKER_SCOPE } from '#domain/resources/scope.ts'
import { mayCount } from './call-hits.ts'
import type { CanCall } from './can-call.ts'
import type { Call } from './call.ts'
import type { Need } from './need.ts'

/** Requests about one Worker. To delete it and to upload its assets takes a permission for the account. */
const ON_WORKER = /^\/accounts\/\{\w+\}\/workers\/(?:scripts|workers|services)\/\{\w+\}(?!.*assets-upload)(\/|$)/

/** What tells the source of a Worker, which permissions for its metadata don't. */
const SOURCE = /\/scripts\/\{\w+\}$|\/content(?:\/|$)/

/** Whether permissions for single Workers may do for a request, though none is published for it. */
export function isOnWorker({ operation }: Need): boolean {
  const [, rest] = (operation && ON_WORKER.exec(operation.path)) ?? []
  return rest === '/' || (rest === '' && operation?.method !== 'DELETE')
}

/**
 * What a token holds on single Workers that may do for a request about one. The API's own description of operations is
 * older than these groups and names none of them (`docs/api-behaviour.md` §3.2).
 */
export function onSingleWorkers({ parts, statements }: TokenReach, { need, accountId }: Call): CanCall | null {
  if (!isOnWorker(need)) return null
  const { method, path } = need.operation ?? {}
  const isSource = SOURCE.test(path ?? '')
  const mayDo = ({ kind, name }: ReachGroup) =>
    kind !== 'read' || (method === 'GET' && !(isSource && name?.includes('Metadata')))
  const held = parts.flatMap(({ groups, places }) =>
    groups.filter(mayDo).flatMap((group) => {
      const isOfWorkers = ({ place }: PlaceReach) =>
        [place.scope, ...group.scopes].includes(WORKER_SCOPE) && [null, accountId].includes(place.accountId)
      return places.filter((at) => isOfWorkers(at) && mayCount(at)).map((at) => ({ group, at }))
    }),
  )
  const best = held.find(({ at }) => at.state === 'reached') ?? held[0]
  if (!best) return null
  const { group, at } = best
  const gives = becauseOf(statements, group.id, at.place).filter(({ effect }) => effect !== 'deny')
  const policies = gives.map(({ policyIndex }) => policyIndex)
  return {
    can: 'unknown',
    why: at.state === 'reached' && group.kind !== 'unknown' ? 'single-workers' : 'unsure',
    via: { group: { name: group.name ?? group.id }, on: { scope: WORKER_SCOPE, id: null }, policies },
  }
}
