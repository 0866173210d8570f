import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { paths } from '#app/parts/paths.ts'
import { Link } from '#app/parts/link.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { documentation } from '#app/parts/help/documentation.ts'
import { usePageSearch } from '#app/parts/use-page-search.ts'
import { useTypedSearch } from '#app/parts/use-typed-search.ts'
import { withNothingToShow } from '#app/queries/query-client.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { Card } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { ExternalLink } from '#app/ui/external-link.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { Section } from '#app/ui/section.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { readCatalogue } from '#domain/permission-groups/read-catalogue.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { Scope } from '#domain/resources/scope.ts'
import { scopeLabel } from '#domain/permission-groups/scope-fit.ts'
import { FoundGroups } from './found-groups.tsx'
import styles from './permissions.module.css'

const AS_TYPED = { replace: true, resetScroll: false }

/** Every permission group of the account: what it is for, how many tokens use it, and a link that creates one with it. */
export function PermissionsPage() {
  const accountId = useAccountId()
  const [search, onSearch] = usePageSearch('/accounts/$accountId/permissions')
  const { data, error, isFetching, refetch } = useQuery({
    ...permissionGroupsQuery(accountId),
    throwOnError: withNothingToShow,
  })
  const { typed, words, isSecret, type, finish, replace } = useTypedSearch(search.name ?? '', (name) =>
    onSearch({ name: name || undefined }, AS_TYPED),
  )
  const scope = search.scope ?? ''
  const [hasIds, setHasIds] = useState(false)
  const showAll = useCallback(() => {
    replace('')
    onSearch({ name: undefined, scope: undefined })
  }, [replace, onSearch])

  return (
    <>
      <PageHeader
        title="Permission groups"
        description={
          <>
            Every permission you can grant to a token in this account.{' '}
            <ExternalLink href={documentation.permissions}>Cloudflare’s reference</ExternalLink>
          </>
        }
      />
      {error && data && (
        <FailureNote
          failure={error}
          title="Couldn’t refresh. You may be seeing old data."
          retry={{ isFetching, refetch }}
        />
      )}
      <Card>
        <div role="search" className={styles.filters}>
          <SearchField
            label="Search permission groups"
            placeholder="Search by name, product or ID"
            value={typed}
            onChange={type}
            onBlur={finish}
            shortcut="/"
          />
          <SelectField
            label="Scope"
            hideLabel
            options={scopeOptions(data, scope)}
            value={scope}
            onChange={(event) => onSearch({ scope: event.target.value || undefined })}
          />
          <Checkbox label="Show IDs" checked={hasIds} onChange={(event) => setHasIds(event.target.checked)} />
        </div>
        {isSecret && (
          <Note tone="caution" role="status" title="This looks like a token secret">
            <p>
              We didn’t save it. <Link href={paths.verify(accountId)}>Verify this token</Link> to see which one it is.
            </p>
          </Note>
        )}
        {data ? (
          <FoundGroups groups={data} words={words} scope={scope} hasIds={hasIds} onShowAll={showAll} />
        ) : (
          <>
            <p role="status" className={`quiet ${styles.count}`}>
              Loading permission groups
            </p>
            <Section>
              <Skeleton lines={10} />
            </Section>
          </>
        )}
      </Card>
    </>
  )
}

/** The scopes of the account's catalogue; an unknown one in the address stays chosen. */
function scopeOptions(groups: PermissionGroup[] | undefined, chosen: Scope) {
  const scopes = new Set([...(groups ? readCatalogue(groups).scopes : []), ...(chosen ? [chosen] : [])])
  return [{ value: '', label: 'All scopes' }, ...Array.from(scopes, (value) => ({ value, label: scopeLabel(value) }))]
}
