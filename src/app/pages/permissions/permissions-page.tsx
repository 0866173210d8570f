import { useQuery } from '@tanstack/react-query'
import { SearchX } from 'lucide'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { Button } from '#app/ui/button.tsx'
import { toPermissions } from '#app/parts/addresses.ts'
import { QuickButtonLink } from '#app/parts/quick-link.tsx'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import type { PageProps } from '#app/routing/route.ts'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { buildCatalogue } from '#domain/permission-groups/catalogue.ts'
import { CatalogueFilters } from './catalogue-filters.tsx'
import { CatalogueTable } from './catalogue-table.tsx'
import type { PermissionsSearch } from './permissions-search.ts'
import styles from './permissions.module.css'

export function PermissionsPage({ params, search, onSearch }: PageProps<'accountId', PermissionsSearch>) {
  const { accountId } = params
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery(permissionGroupsQuery(accountId, search))
  const isFiltered = search.name !== undefined || search.scope !== undefined

  return (
    <>
      <PageHeader
        title="Permission groups"
        description="Everything a token of this account can be allowed to do. Names may change; the id is what counts."
      />
      {error && data && (
        <FailureNote
          failure={error}
          title="The catalogue could not be refreshed"
          action={
            <Button size="small" busy={isFetching} onClick={() => void refetch()}>
              Try again
            </Button>
          }
        />
      )}
      <Card>
        <CatalogueFilters
          // A filter that changes by link or by going back starts the form anew.
          key={`${search.name ?? ''}|${search.scope ?? ''}`}
          name={search.name ?? ''}
          scope={search.scope ?? ''}
          onApply={({ name, scope }) => onSearch({ name: name || undefined, scope: scope || undefined })}
        />
        <p role="status" className={styles.count}>
          {data ? `${data.length} permission ${data.length === 1 ? 'group' : 'groups'}` : 'Loading permission groups'}
        </p>
        {!data && (
          <Section>
            <Skeleton lines={10} />
          </Section>
        )}
        {data?.length === 0 && (
          <EmptyState
            icon={<Icon of={SearchX} />}
            title="No permission group matches"
            actions={isFiltered && <QuickButtonLink href={toPermissions(accountId)}>Show all</QuickButtonLink>}
          >
            <p>
              {search.name
                ? `The API compares whole names: “${search.name}” has to be a name in full.`
                : 'This account has none in this scope.'}
            </p>
          </EmptyState>
        )}
        {data && data.length > 0 && <CatalogueTable categories={buildCatalogue(data)} isStale={isPlaceholderData} />}
      </Card>
    </>
  )
}
