/** The version in package.json, which neither a Worker nor the built server can read; a test keeps them equal. */
export const VERSION = '0.1.0'
