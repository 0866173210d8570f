/** The version of package.json, which neither a Worker nor the built server can read. A test keeps them equal. */
export const VERSION = '0.1.0'
