import { parseResources } from './resource-keys.ts'
import { groupName, groupsWith } from './summary.ts'
import type { WirePolicy } from './wire.ts'

/** The name of a group that is denied. */
export function deniedGroup(policies: WirePolicy[], id: string): string | undefined {
  const group = groupsWith(policies, (effect) => effect === 'deny').get(id)
  return group && groupName(group)
}

/** How many resources the policies name, each once. */
export const countTargets = (policies: WirePolicy[]): number =>
  new Set(policies.flatMap(({ resources }) => parseResources(resources).map((target) => JSON.stringify(target)))).size

/** "DNS Write, Zone Read; denied: Logs Write": every group by its name. */
export function listPermissions(policies: WirePolicy[]): string {
  const named = (effect: string) =>
    [...groupsWith(policies, (one) => one === effect).values()].map(groupName).join(', ')
  const [allowed, denied] = [named('allow'), named('deny')]
  return [...(allowed ? [allowed] : []), ...(denied ? [`denied: ${denied}`] : [])].join('; ')
}
