import type { PackedMap } from '#domain/operations/pack-map.ts'

/** A map that was made of a file of the user's, as it is kept in the browser. */
export type KeptMap = { fileName: string; packed: PackedMap }

const [DATABASE, STORE, KEY] = ['token-desk', 'kept', 'operation-map']

/** `null` also where the browser's storage is closed. What is kept may come from another version of the app. */
export const readKeptMap = (): Promise<KeptMap | null> =>
  inStore('readonly', (store) => store.get(KEY) as IDBRequest<KeptMap | undefined>).then(
    (kept) => kept ?? null,
    () => null,
  )

/** Returns whether the browser did: its storage may be closed or full. */
export const keepMap = (kept: KeptMap): Promise<boolean> => hasWorked((store) => store.put(kept, KEY))

/** Returns whether the browser did. */
export const removeKeptMap = (): Promise<boolean> => hasWorked((store) => store.delete(KEY))

const hasWorked = (work: (store: IDBObjectStore) => IDBRequest) =>
  inStore('readwrite', work).then(
    () => true,
    () => false,
  )

async function inStore<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open()
  try {
    const transaction = database.transaction(STORE, mode)
    const request = work(transaction.objectStore(STORE))
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve())
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('Aborted')))
    })
    return request.result
  } finally {
    database.close()
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE))
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('Closed')))
    request.addEventListener('blocked', () => reject(new Error('Blocked')))
  })
}
