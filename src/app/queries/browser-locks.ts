/** Over all tabs of the browser. Absent on a page without TLS, such as of a server in one's own network. */
const locks = (): LockManager | undefined => navigator.locks

/**
 * Does the work, unless other work has this name at the moment, in this tab or another one of the browser: then
 * `isBusy`. Where the browser has no locks, or refuses them as it refuses storage, the work is done.
 */
export async function unlessBusy<Result>(
  name: string,
  work: () => Promise<Result>,
): Promise<{ isBusy: false; result: Result } | { isBusy: true }> {
  let isBegun = false
  const begin = async () => {
    isBegun = true
    return { isBusy: false as const, result: await work() }
  }
  try {
    return (await locks()?.request(name, { ifAvailable: true }, (lock) => (lock ? begin() : BUSY))) ?? (await begin())
  } catch (error) {
    if (isBegun) throw error
    return begin()
  }
}

/** Takes the name for as long as this page is there. */
export function holdForPage(name: string): void {
  locks()
    ?.request(name, () => new Promise<never>(() => {}))
    .catch(() => {})
}

/** A page that is being left may have its locks a moment longer. */
const LEAVING_MS = 3000

/** Whether a page of another tab has taken the name. Not to be asked of a name that this page has taken. */
export async function isHeldElsewhere(name: string): Promise<boolean> {
  const signal = AbortSignal.timeout(LEAVING_MS)
  try {
    await locks()?.request(name, { signal }, () => {})
    return false
  } catch {
    // Refused at once where the browser gives no locks.
    return signal.aborted
  }
}

const BUSY = { isBusy: true as const }
