import { ALIASES } from '#domain/permission-groups/aliases.ts'
import { OTHER_NAMES } from '#domain/permission-groups/other-names.ts'
import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { ACCOUNT_SCOPE, USER_SCOPE, ZONE_SCOPE, type Scope } from '#domain/resources/scope.ts'
import { groupedBy } from './grouped-by.ts'

/**
 * The groups of a name, also of one that dashboard, documentation and error texts use: `Zone.DNS:Edit` is "DNS Write".
 * Two groups of one name differ in their scope: the one that fits the path is meant, where one does; some operations
 * take groups of another scope alone.
 */
export function groupsNamed(name: string, kind: Scope | null, catalogue: PermissionGroup[]): PermissionGroup[] {
  const exact = ofName(name, catalogue)
  const { product, level, scope } = dashboardName(name)
  const all = exact.length > 0 ? exact : ofName(`${product} ${level}`, catalogue)
  const wanted = kind ?? (exact.length > 0 ? null : scope)
  const fitting = wanted === null ? [] : all.filter(({ scopes }) => scopes.includes(wanted))
  return fitting.length > 0 ? fitting : all
}

/** The groups of a product by its former name, or another that is in use: "Argo Tunnel Edit", "Teams Write". */
export function groupsCalled(name: string, catalogue: PermissionGroup[]): PermissionGroup[] {
  const { product, level } = dashboardName(name)
  const products = [...OTHER_NAMES].filter(([, others]) => others.includes(product.toLowerCase()))
  return products.flatMap(([one]) => ofName(`${one} ${level}`, catalogue))
}

function ofName(name: string, catalogue: PermissionGroup[]): PermissionGroup[] {
  const wanted = name.trim().toLowerCase()
  const named = byName(catalogue).get(wanted)
  if (named) return named
  const byId = groupsById(catalogue)
  return ALIASES.filter(({ label }) => label.toLowerCase() === wanted).flatMap(({ id }) => byId.get(id) ?? [])
}

const names = new WeakMap<PermissionGroup[], ReadonlyMap<string, PermissionGroup[]>>()

function byName(catalogue: PermissionGroup[]): ReadonlyMap<string, PermissionGroup[]> {
  const known = names.get(catalogue) ?? groupedBy(catalogue, ({ name }) => name.toLowerCase())
  names.set(catalogue, known)
  return known
}

const SCOPES: Record<string, Scope> = { account: ACCOUNT_SCOPE, zone: ZONE_SCOPE, user: USER_SCOPE }
/** `Zone.DNS:Edit`, `Zone / DNS / Edit`, `DNS:Edit`, `DNS Edit`. */
const DASHBOARD = /^(?:(account|zone|user)\s?[.:/>-]\s?(?=\S+.*[\s:./>-]\w+$))?(.*?)\s?[\s:./>-]\s?(\w+)$/i

function dashboardName(name: string): { product: string; level: string; scope: Scope | null } {
  const [, scope = '', product = '', level = ''] = DASHBOARD.exec(name.trim().slice(0, 200)) ?? []
  const written = level.toLowerCase() === 'edit' ? 'Write' : level
  return { product, level: written, scope: SCOPES[scope.toLowerCase()] ?? null }
}
