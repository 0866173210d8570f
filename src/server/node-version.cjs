// Runs before anything else and in any Node, so it keeps to syntax that old ones know.
var required = [20, 19]
var found = process.versions.node.split('.').map(Number)
if (found[0] < required[0] || (found[0] === required[0] && found[1] < required[1])) {
  console.error('Token Desk needs Node ' + required.join('.') + ' or newer; this is ' + process.versions.node + '.')
  process.exit(1)
}
