import { queryOptions } from '@tanstack/react-query'
import type { OperationMap } from '#domain/operations/operation.ts'
import type { Pasted } from '#domain/operations/pasted.ts'
import { pastedSteps } from '#domain/operations/paste/read-pasted.ts'
import { requirementsIn, type Requirement } from '#domain/operations/requirements.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { identityOf } from './identity.ts'
import { COMPUTED, runSteps, withProgress } from './run-steps.ts'

type ReadRequirements = Pick<Pasted, 'left'> & { requirements: Requirement[] }

const NONE: PermissionGroup[] = []

/** A reader arranges the thousands of operations of its map, so it is made once and not with each text. */
let last: { map: OperationMap; catalogue: PermissionGroup[]; read: ReturnType<typeof requirementsIn> } | null = null

function readerFor(map: OperationMap, catalogue: PermissionGroup[]) {
  if (last?.map !== map || last.catalogue !== catalogue) last = { map, catalogue, read: requirementsIn(map, catalogue) }
  return last.read
}

/**
 * What the requests of a pasted text need, read while the page stays usable. `onProgress` is told the share that is
 * read, from 0 to 1. Without a catalogue, no permission group is known by more than its name.
 */
export const requirementsQuery = (
  text: string,
  map: OperationMap | undefined,
  catalogue: PermissionGroup[] = NONE,
  onProgress: (share: number) => void,
) =>
  queryOptions<ReadRequirements>({
    // The text may be long, and it is no part of what a key should be shown as.
    queryKey: ['requirements', identityOf(textObject(text)), identityOf(map), identityOf(catalogue)],
    queryFn: async ({ signal }) => {
      const { items, left } = await runSteps(withProgress(pastedSteps(text), onProgress), signal)
      return { left, requirements: map ? readerFor(map, catalogue)(items) : [] }
    },
    ...COMPUTED,
  })

let lastText = { text: '' }

/** The same object for the text that was asked for last. */
function textObject(text: string): object {
  if (lastText.text !== text) lastText = { text }
  return lastText
}
