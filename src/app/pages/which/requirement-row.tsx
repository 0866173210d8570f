import { memo } from 'react'
import { LevelMark } from '#app/parts/level-mark.tsx'
import { Chip } from '#app/ui/chip.tsx'
import type { Operation } from '#domain/operations/operation.ts'
import { withoutIds } from '#domain/operations/request-path.ts'
import type { Requirement } from '#domain/operations/requirements.ts'
import { groupKind } from '#domain/permission-groups/level.ts'
import { kindLevel } from '#domain/reach/access-level.ts'
import { count } from '#domain/text/plural.ts'
import { spelledOut } from '#domain/text/hidden.ts'
import { ApiPath } from './api-path.tsx'
import { foreignWords } from './foreign-words.ts'
import { NeedNote } from './need-note.tsx'
import { stateChip } from './state-chip.ts'
import { placesOf } from './place-words.ts'
import styles from './which.module.css'

type RequirementRowProps = {
  accountId: string
  names: ReadonlyMap<string, string>
  requirement: Requirement
  nearest: (method: string, path: string) => Operation[]
  /** Without a catalogue, the names that the map tells are all that is known. */
  hasCatalogue: boolean
}

/** A request, how sure its answer is, and what it needs. The nearest operations take some ms, so not with each key. */
export const RequirementRow = memo(function RequirementRow(props: RequirementRowProps) {
  const { accountId, names, requirement, nearest, hasCatalogue } = props
  const { item, needs, times } = requirement
  const [need] = needs
  const [first, ...others] = need?.options ?? []
  const { label, tone, icon } = stateChip(requirement, hasCatalogue)
  const operation = need?.operation
  return (
    <li className={styles.row}>
      <div className={styles.call}>
        <p className={styles.path}>
          <Request requirement={requirement} />
        </p>
        <p className="quiet">
          {operation ? operation.title : titleOf(requirement)}
          {times > 1 && ` · ${count(times, 'time')}`}
          {item.kind === 'call' && item.isGuess && ` · the text names no method, so ${item.method} is assumed`}
        </p>
      </div>
      <span>
        <Chip tone={tone} {...(icon && { icon })}>
          {label}
        </Chip>
      </span>
      <div className={styles.need}>
        {first && (
          <>
            <p className={styles.group}>
              <LevelMark level={kindLevel(groupKind(first.group))} />
              <b>{first.group.name}</b>
            </p>
            <p className="quiet">
              {others.length > 0 && `or ${namesOf(others.map(({ group }) => group.name))}, `}
              {placesOf(needs, { accountId, zoneNames: names, fromError: item.kind === 'group' })}
            </p>
          </>
        )}
        {hasCatalogue || (operation?.groups.length ?? 0) === 0 ? (
          <NeedNote requirement={requirement} nearest={nearest} />
        ) : (
          <p>{operation?.groups.toReversed().join(', or ')}</p>
        )}
      </div>
    </li>
  )
})

function Request({ requirement: { item, needs } }: { requirement: Requirement }) {
  const [{ operation, phase = '{ruleset_phase}' } = {}] = needs
  const method = operation?.method ?? (item.kind === 'call' ? item.method : null)
  const path =
    operation?.path.replace('{ruleset_phase}', phase) ?? (item.kind === 'call' ? withoutIds(item.path) : null)
  // Pasted by the user, and written by anyone.
  if (path === null)
    return <>{spelledOut(item.kind === 'group' ? item.name : item.kind === 'foreign' ? item.host : item.text)}</>
  return <ApiPath method={method ?? undefined} path={spelledOut(path)} />
}

function titleOf({ item }: Requirement): string {
  if (item.kind === 'group') return 'Named in the error'
  if (item.kind === 'foreign') return foreignWords(item.host).title
  if (item.kind === 'unread') return `Line ${item.line}`
  return 'Unknown operation'
}

/** So many are named. */
const NAMED = 3

function namesOf(names: string[]): string {
  const shown = names.slice(0, NAMED).join(', or ')
  return names.length > NAMED ? `${shown}, or ${count(names.length - NAMED, 'other')}` : shown
}
