/** Asks the sandbox's host to close the connection without an answer. In process, it is a failed fetch. */
export class DroppedConnection extends Error {
  override name = 'DroppedConnection'
}
