import net from 'node:net'

const isFree = (port, host) =>
  new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', error => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)))
    server.listen({ port, host, exclusive: true }, () => {
      const found = server.address().port
      server.close(() => resolve(found))
    })
  })

/** The first free port from `wanted` on (0: any). Throws when the address itself cannot be used. */
export async function freePort(wanted, host = '127.0.0.1') {
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port++) {
    const found = await isFree(port, host)
    if (found) return found
  }
  return isFree(0, host)
}
