import { TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { hasUser } from '#app/parts/kept-in-tab.ts'
import { ownTokenName } from '#app/parts/own-token-words.ts'
import { paths } from '#app/parts/paths.ts'
import { DeprecationChip } from '#app/parts/deprecation-chip.tsx'
import { ButtonLink, Link } from '#app/parts/link.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { hasAccountTokenSupport } from '#domain/permission-groups/catalogue.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { USER_SCOPE } from '#domain/resources/scope.ts'
import { scopeLabel } from '#domain/permission-groups/scope-fit.ts'
import { markMatches } from '#domain/permission-groups/search.ts'
import { count } from '#domain/text/plural.ts'
import styles from './permissions.module.css'
import { toUses } from './uses-address.ts'

type CatalogueRowProps = {
  accountId: string
  group: PermissionGroup
  terms: string
  /** Tokens that are allowed it, `null` while none are counted, and those that are denied it. */
  allowed: number | null
  denied: number
  isPartial: boolean
  isReadOnly: boolean
  hasId: boolean
}

/** One permission group. It renders again only for its own counts, which change page by page while tokens load. */
export const CatalogueRow = memo(function CatalogueRow(props: CatalogueRowProps) {
  const { accountId, group, terms, allowed, denied, isPartial, isReadOnly, hasId } = props
  const full = `${group.name} (${group.scopes.map(scopeLabel).join(', ')})`
  const canCreate = !isReadOnly && group.isSelectable && !group.scopes.includes(USER_SCOPE)
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <span className={styles.name}>
          <b>
            {markMatches(group.name, terms.split(' ').filter(Boolean)).map(({ text, isMatch }, index) =>
              isMatch ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
            )}
          </b>
          <Chips group={group} />
        </span>
        <span className={styles.description}>{group.description}</span>
      </span>
      <span className={styles.uses}>
        {allowed !== null && (
          <Uses accountId={accountId} group={group} full={full} {...{ allowed, denied, isPartial }} />
        )}
      </span>
      {hasId && (
        <span className={styles.id}>
          <code>{group.id}</code>
          <CopyButton value={group.id} label={`Copy the ID of ${full}`} size="small" tone="quiet" iconOnly />
        </span>
      )}
      <span className={styles.create}>
        {canCreate && (
          <ButtonLink
            size="small"
            tone="quiet"
            href={paths.newToken(accountId, { group: group.id })}
            aria-label={`Create token with ${full}`}
          >
            Create token
          </ButtonLink>
        )}
      </span>
    </li>
  )
})

type UsesProps = Pick<CatalogueRowProps, 'accountId' | 'group' | 'denied' | 'isPartial'> & {
  full: string
  allowed: number
}

/** How many tokens, each number a link to exactly these. */
function Uses({ accountId, group, full, allowed, denied, isPartial }: UsesProps) {
  return (
    <>
      {allowed > 0 ? (
        <>
          Used by{' '}
          <Link href={toUses(accountId, 'group', group.id)} aria-label={`${count(allowed, 'token')} with ${full}`}>
            {count(allowed, 'token')}
          </Link>
        </>
      ) : (
        'Not used'
      )}
      {denied > 0 && (
        <>
          {', '}
          <Link href={toUses(accountId, 'denied', group.id)} aria-label={`${denied} denied ${full}`}>
            {denied} denied
          </Link>
        </>
      )}
      {isPartial && ' so far'}
    </>
  )
}

function Chips({ group }: { group: PermissionGroup }) {
  return (
    <>
      {group.scopes.map((scope) => (
        <Chip key={scope} tone="neutral" title={scope}>
          {scopeLabel(scope)}
        </Chip>
      ))}
      {group.deprecation && <DeprecationChip deprecation={group.deprecation} />}
      {!group.isSelectable && (
        <Chip tone="neutral" title={`${ownTokenName(hasUser())} can’t grant this`}>
          Can’t be granted
        </Chip>
      )}
      {!hasAccountTokenSupport(group) && (
        <Chip tone="caution" icon={TriangleAlert} title="Not supported for account tokens yet">
          Unsupported
        </Chip>
      )}
    </>
  )
}
