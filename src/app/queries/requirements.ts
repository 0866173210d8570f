import { queryOptions, skipToken } from '@tanstack/react-query'
import type { OperationMap } from '#domain/operations/operation.ts'
import type { Need } from '#domain/operations/need.ts'
import { pastedSteps } from '#domain/operations/paste/read-pasted.ts'
import { requirementSteps, type Requirement } from '#domain/operations/requirements.ts'
import { smallestSet, type SmallestSet } from '#domain/operations/smallest-set.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { identityOf } from './identity.ts'
import { COMPUTED, runSteps, withProgress } from './run-steps.ts'

type ReadRequirements = {
  /** The text that was read. */
  text: string
  requirements: Requirement[]
  /** Those of all requirements, and the least that a token needs for them. */
  needs: Need[]
  set: SmallestSet
  /** Requests that were left out, because there are too many. */
  left: number
}

const NONE: PermissionGroup[] = []

type RequirementReader = ReturnType<typeof requirementSteps>

/**
 * Tells what requests need. It arranges the thousands of operations of the map, so it is made before there is a text.
 * Without a catalogue, no permission group is known by more than its name.
 */
export const requirementReaderQuery = (map: OperationMap | undefined, catalogue: PermissionGroup[] = NONE) =>
  queryOptions<RequirementReader>({
    queryKey: ['requirement reader', identityOf(map), identityOf(catalogue)],
    queryFn: map ? () => requirementSteps(map, catalogue) : skipToken,
    ...COMPUTED,
  })

/**
 * What the requests of a pasted text need, each and all together, read while the page stays usable. `onProgress` is
 * told the share that is read, from 0 to 1.
 */
export const requirementsQuery = (
  text: string,
  reader: RequirementReader | undefined,
  onProgress: (share: number) => void,
) => {
  function* readSteps(read: RequirementReader): Generator<unknown, ReadRequirements, void> {
    const { items, left } = yield* withProgress(pastedSteps(text), onProgress)
    const requirements = yield* read(items)
    const needs = requirements.flatMap((one) => one.needs)
    yield
    return { text, requirements, needs, set: smallestSet(needs), left }
  }
  return queryOptions<ReadRequirements>({
    // The text may be long, and it is no part of what a key should be shown as.
    queryKey: ['requirements', identityOf(textObject(text)), identityOf(reader)],
    queryFn: reader ? ({ signal }) => runSteps(readSteps(reader), signal) : skipToken,
    ...COMPUTED,
  })
}

let lastText = { text: '' }

/** The same object for the text that was asked for last. */
function textObject(text: string): object {
  if (lastText.text !== text) lastText = { text }
  return lastText
}
