import type { OperationMap } from './operation.ts'
import { unpackMap, type PackedMap } from './pack-map.ts'

/** The map that comes with the app: 42 kB, loaded when it is first asked for. */
export async function shippedMap(): Promise<OperationMap> {
  const { default: packed } = await import('./map.json')
  return unpackMap(packed as unknown as PackedMap)
}
