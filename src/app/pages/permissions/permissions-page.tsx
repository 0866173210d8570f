import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { paths } from '#app/parts/paths.ts'
import { Link } from '#app/parts/link.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { usePageSearch } from '#app/parts/use-page-search.ts'
import { useTypedSearch } from '#app/parts/use-typed-search.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { Card } from '#app/ui/card.tsx'
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
  const { data, error, isFetching, refetch } = useQuery(permissionGroupsQuery(accountId))
  const { typed, words, isSecret, type, finish, replace } = useTypedSearch(search.name ?? '', (name) =>
    onSearch({ name: name || undefined }, AS_TYPED),
  )
  const scope = search.scope ?? ''
  const showAll = useCallback(() => {
    replace('')
    onSearch({ name: undefined, scope: undefined })
  }, [replace, onSearch])

  return (
    <>
      <PageHeader
        title="Permission groups"
        description="Everything a token of this account can be allowed to do. Names may change; the id is what counts."
      />
      {error && data && (
        <FailureNote failure={error} title="The catalogue could not be refreshed" retry={{ isFetching, refetch }} />
      )}
      <Card>
        <div role="search" className={styles.filters}>
          <SearchField
            label="Search permission groups"
            placeholder="Search by name, product or id"
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
        </div>
        {isSecret && (
          <Note tone="caution" role="status" title="This looks like a secret">
            <p>
              It is kept nowhere. To see what it opens, <Link href={paths.verify(accountId)}>verify it instead</Link>.
            </p>
          </Note>
        )}
        {data ? (
          <FoundGroups groups={data} words={words} scope={scope} onShowAll={showAll} />
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
