import { Download, Settings2 } from 'lucide-react'
import { Suspense, useDeferredValue, useMemo, useState } from 'react'
import { FixDialogs } from '#app/parts/findings/fix-button.tsx'
import { useFindings } from '#app/parts/findings/use-findings.ts'
import { useChoices } from '#app/parts/kept-choices.ts'
import { InventoryProgress } from '#app/parts/inventory/inventory-progress.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { usePageSearch } from '#app/parts/use-page-search.ts'
import { useReadOnly } from '#app/parts/use-read-only.ts'
import { useTypedSearch } from '#app/parts/use-typed-search.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import type { Finding } from '#domain/findings/finding.ts'
import { filterFindings } from '#domain/findings/filter.ts'
import { countWorst, headline, worstByToken } from '#domain/findings/groups.ts'
import { hasAllTokens } from '#domain/inventory/inventory.ts'
import { count, grouped } from '#domain/text/plural.ts'
import { ruleNamed, severityNamed, type FindingView } from './finding-view.ts'
import { FindingsToolbar } from './findings-toolbar.tsx'
import { NothingShown } from './nothing-shown.tsx'
import { RuleGroups } from './rule-groups.tsx'
import { SeverityCards } from './severity-cards.tsx'
import type { Many } from './many-at-once.ts'
import { SilentRules } from './silent-rules.tsx'
import { SuppressedSection } from './suppressed-section.tsx'
import { UncountedRules } from './uncounted-rules.tsx'
import { useUncounted } from './use-uncounted.ts'
import { TokenGroups } from './token-groups.tsx'

const BulkDialog = lazyComponent(() => import('#app/parts/bulk/bulk-code.ts'), 'BulkDialog')
const SuppressDialog = lazyComponent(() => import('./suppress-dialog.tsx'), 'SuppressDialog')
const SettingsDialog = lazyComponent(() => import('./settings-dialog.tsx'), 'SettingsDialog')
const ExportDialog = lazyComponent(() => import('./export-dialog.tsx'), 'ExportDialog')

type Open = { kind: 'suppress'; finding: Finding } | { kind: 'bulk'; many: Many } | { kind: 'settings' | 'export' }

const IN_PLACE = { replace: true, resetScroll: false }

/** What is wrong with the tokens of the account, the most urgent first, each with its fix. */
export function FindingsPage() {
  const accountId = useAccountId()
  const [search, onSearch] = usePageSearch('/accounts/$accountId/findings')
  const state = useFindings(accountId)
  const choices = useChoices(accountId)
  const { inventory, findings } = state
  const isWhole = hasAllTokens(inventory) && state.isCurrent
  const isSure = isWhole && state.isSure
  const isReadOnly = useReadOnly(accountId)
  const uncounted = useUncounted(accountId)
  const [open, setOpen] = useState<Open | null>(null)
  const { typed, words, type, finish, replace } = useTypedSearch(search.q ?? '', (q) =>
    onSearch({ q: q || undefined }, IN_PLACE),
  )
  const filter = useDeferredValue(
    useMemo(
      () => ({
        severity: severityNamed(search.severity),
        rule: ruleNamed(search.rule),
        token: search.token ?? '',
        words,
      }),
      [search.severity, search.rule, search.token, words],
    ),
  )
  const tokens = useMemo(() => new Map(inventory.tokens.map((token) => [token.id, token])), [inventory.tokens])
  const shown = useMemo(
    () => findings && filterFindings(findings.open, filter, (id) => tokens.get(id)?.name ?? ''),
    [findings, filter, tokens],
  )
  const worst = useMemo(() => worstByToken(findings?.open ?? []), [findings])
  const counts = countWorst(worst)
  const view: FindingView = {
    tokens,
    worst,
    isReadOnly,
    onSuppress: (finding) => setOpen({ kind: 'suppress', finding }),
    onBulk: (many) => setOpen({ kind: 'bulk', many }),
  }
  const clear = () => {
    replace('')
    onSearch({ severity: undefined, rule: undefined, token: undefined, q: undefined })
  }
  const isByToken = search.by === 'token'
  return (
    <FixDialogs>
      <PageHeader
        title={findings ? headline(findings.open, isSure) : 'Findings'}
        titleText="Findings"
        description={findings ? summaryOf(counts, state) : 'What is wrong with the tokens of this account.'}
        actions={
          <>
            <Button
              tone="quiet"
              icon={<Icon of={Download} />}
              disabled={!findings}
              onClick={() => setOpen({ kind: 'export' })}
            >
              Export
            </Button>
            <Button icon={<Icon of={Settings2} />} onClick={() => setOpen({ kind: 'settings' })}>
              Rule settings
            </Button>
          </>
        }
      />
      <div className="stack">
        <InventoryProgress {...state} />
        {findings && shown ? (
          <>
            <SeverityCards
              counts={counts}
              chosen={severityNamed(search.severity)}
              onChoose={(severity) => onSearch({ severity: severity || undefined }, IN_PLACE)}
            />
            <FindingsToolbar
              box={{ typed, type, finish }}
              filter={filter}
              tokens={tokens}
              found={shown.length}
              isByToken={isByToken}
              onSearch={(change) => onSearch(change, IN_PLACE)}
            />
            {shown.length === 0 ? (
              <NothingShown all={findings.open.length} filter={filter} isWhole={isWhole} onClear={clear} />
            ) : isByToken ? (
              <TokenGroups key={JSON.stringify(filter)} findings={shown} view={view} />
            ) : (
              <RuleGroups key={JSON.stringify(filter)} findings={shown} view={view} />
            )}
            <SuppressedSection
              suppressed={findings.suppressed}
              all={choices.suppressions}
              tokens={tokens}
              onChange={choices.changeSuppressions}
            />
            <SilentRules silent={findings.silent} />
            <UncountedRules uncounted={uncounted} />
          </>
        ) : (
          state.activity.kind !== 'failed' && (
            <Card>
              <Section>
                <Skeleton lines={10} />
              </Section>
            </Card>
          )
        )}
      </div>
      <Suspense>
        {open?.kind === 'suppress' && (
          <SuppressDialog
            finding={open.finding}
            token={tokens.get(open.finding.tokenId ?? '') ?? null}
            onChange={choices.changeSuppressions}
            onClose={() => setOpen(null)}
          />
        )}
        {open?.kind === 'bulk' && <BulkDialog {...open.many} onClose={() => setOpen(null)} />}
        {open?.kind === 'settings' && (
          <SettingsDialog settings={choices.settings} onSave={choices.changeSettings} onClose={() => setOpen(null)} />
        )}
        {open?.kind === 'export' && findings && shown && (
          <ExportDialog
            findings={{ ...findings, open: shown, uncounted }}
            isFiltered={shown.length !== findings.open.length}
            isSure={isSure}
            inventory={inventory}
            onClose={() => setOpen(null)}
          />
        )}
      </Suspense>
    </FixDialogs>
  )
}

/** "115 of 143 tokens have a finding; each counts once, by its worst." */
function summaryOf(
  counts: ReturnType<typeof countWorst>,
  { inventory, isCurrent, findings }: Pick<ReturnType<typeof useFindings>, 'inventory' | 'isCurrent' | 'findings'>,
): string {
  const found = Object.values(counts).reduce((sum, one) => sum + one, 0)
  const all = hasAllTokens(inventory)
    ? count(inventory.tokens.length, 'token')
    : `the ${count(inventory.tokens.length, 'token')} loaded so far`
  const have = found === 1 ? 'has' : 'have'
  const unchecked = findings?.silent.length ?? 0
  const more = isCurrent ? (unchecked > 0 ? ` ${count(unchecked, 'rule')} not checked.` : '') : ' Checking…'
  return `${grouped(found)} of ${all} ${have} a finding; each counts once, by its worst.${more}`
}
