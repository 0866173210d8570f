import { useEffect } from 'react'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { readStored, store } from '#app/ui/storage.ts'
import { areHours } from '#domain/expiry/working-hours.ts'
import { DEFAULT_SETTINGS, type Settings } from '#domain/findings/context.ts'
import { readSuppressions, writeSuppressions, type Suppression } from '#domain/findings/suppressions.ts'

/** What the user decided about the findings of an account. */
type Choices = { settings: Settings; suppressions: Suppression[] }

export type ChangeSuppressions = (before: Suppression[]) => Suppression[]

const settingsKey = (accountId: string) => `token-desk.findings.${accountId}`
const suppressionsKey = (accountId: string) => `token-desk.suppressions.${accountId}`

const days = v.pipe(v.number(), v.integer(), v.minValue(1))
const hours = v.pipe(v.object({ from: v.number(), to: v.number() }), v.check(areHours))
const schema = v.object({
  longestLife: v.fallback(days, DEFAULT_SETTINGS.longestLife),
  unusedAfter: v.fallback(days, DEFAULT_SETTINGS.unusedAfter),
  neverUsedAfter: v.fallback(days, DEFAULT_SETTINGS.neverUsedAfter),
  oldSecret: v.fallback(days, DEFAULT_SETTINGS.oldSecret),
  oldPipelineSecret: v.fallback(days, DEFAULT_SETTINGS.oldPipelineSecret),
  breakGlass: v.fallback(v.array(v.string()), DEFAULT_SETTINGS.breakGlass),
  workingHours: v.fallback(v.nullable(hours), DEFAULT_SETTINGS.workingHours),
  quota: v.fallback(days, DEFAULT_SETTINGS.quota),
})

/** Settings are stored in this browser. What cannot be read is ignored. */
function storedSettings(accountId: string): Settings {
  try {
    return v.parse(schema, JSON.parse(readStored('localStorage', settingsKey(accountId)) ?? '{}'))
  } catch {
    return DEFAULT_SETTINGS
  }
}

function storedSuppressions(accountId: string): Suppression[] {
  const read = readSuppressions(readStored('localStorage', suppressionsKey(accountId)) ?? '')
  return read.ok ? read.suppressions : []
}

const choicesQuery = (accountId: string) =>
  queryOptions<Choices>({
    queryKey: ['finding-choices', accountId],
    queryFn: () => ({ settings: storedSettings(accountId), suppressions: storedSuppressions(accountId) }),
    initialData: () => ({ settings: storedSettings(accountId), suppressions: storedSuppressions(accountId) }),
    // Another tab may have changed them; an event says so at once, but not to a page that the browser had frozen.
    refetchOnWindowFocus: 'always',
    networkMode: 'always',
  })

/** The settings and suppressions of an account. Changing them returns whether the browser stored the change. */
export function useChoices(accountId: string) {
  const queryClient = useQueryClient()
  const { data } = useQuery(choicesQuery(accountId))
  useEffect(() => {
    // The browser tells what another tab stored; `key` is null when it removed all.
    const onStorage = ({ key }: StorageEvent) => {
      if (key === null || key === settingsKey(accountId) || key === suppressionsKey(accountId))
        void queryClient.invalidateQueries({ queryKey: choicesQuery(accountId).queryKey })
    }
    addEventListener('storage', onStorage)
    return () => removeEventListener('storage', onStorage)
  }, [accountId, queryClient])
  const keep = (changed: Partial<Choices>) => {
    queryClient.setQueryData<Choices>(choicesQuery(accountId).queryKey, (before) => before && { ...before, ...changed })
  }
  return {
    ...data,
    /** The other settings stay as they are stored now: this tab may not know yet what another one stored. */
    changeSettings: (changes: Partial<Settings>): boolean => {
      const isStored = readStored('localStorage', settingsKey(accountId)) !== null
      const settings = { ...(isStored ? storedSettings(accountId) : data.settings), ...changes }
      keep({ settings })
      return store('localStorage', settingsKey(accountId), JSON.stringify(settings))
    },
    /** `change` gets those that are stored now, too. */
    changeSuppressions: (change: ChangeSuppressions): boolean => {
      const isStored = readStored('localStorage', suppressionsKey(accountId)) !== null
      const suppressions = change(isStored ? storedSuppressions(accountId) : data.suppressions)
      keep({ suppressions })
      return store('localStorage', suppressionsKey(accountId), writeSuppressions(suppressions))
    },
  }
}
