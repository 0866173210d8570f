import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { bucketsQuery, workersQuery, zonesQuery } from '#app/queries/resources.ts'
import type { NamedByTokens } from '#domain/reach/named-by-tokens.ts'
import { ChoiceMenu } from './choice-menu.tsx'
import { placeChoices } from './choices.ts'

type PlaceMenuProps = { named: NamedByTokens; onChoose: (on: string | undefined) => void; onClose: () => void }

const NONE: never[] = []

/** Which resource the question is about. */
export function PlaceMenu({ named, onChoose, onClose }: PlaceMenuProps) {
  const accountId = useAccountId()
  const zones = useQuery(zonesQuery(accountId))
  const buckets = useQuery(bucketsQuery(accountId))
  const workers = useQuery(workersQuery(accountId))
  const listed = [zones.data ?? NONE, buckets.data ?? NONE, workers.data ?? NONE] as const
  const [zoneList, bucketList, workerList] = listed
  const choicesOf = useCallback(
    () => placeChoices({ zones: zoneList, buckets: bucketList, workers: workerList }, accountId, named),
    [zoneList, bucketList, workerList, accountId, named],
  )
  const unlisted = [zones.isError && 'zones', buckets.isError && 'buckets', workers.isError && 'Workers']
    .filter(Boolean)
    .join(' and ')
  const isLoading = zones.isPending || buckets.isPending || workers.isPending
  return (
    <ChoiceMenu
      label="Resource"
      placeholder="Search zones, buckets and Workers"
      choicesOf={choicesOf}
      note={
        unlisted
          ? `Token Desk can’t list ${unlisted}. You see those that tokens name.`
          : isLoading
            ? 'Loading names…'
            : undefined
      }
      onChoose={(on) => onChoose(on || undefined)}
      onClose={onClose}
    />
  )
}
