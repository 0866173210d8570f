/** The sandbox hangs up without an answer. Whoever hosts it breaks the connection; in process it is a failed fetch. */
export class DroppedConnection extends Error {
  override name = 'DroppedConnection'
}
