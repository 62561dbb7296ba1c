import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail as a server got it: whom it was for, and its text as it came over the line. */
export interface Mail {
  from: string
  to: string[]
  raw: string
}

/** A mail server on loopback that takes everything, but for what `options` say. Port 0 is any that is free. */
export async function smtpServer(options: SMTPServerOptions = {}, port = 0) {
  const mails: Mail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, { envelope }, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(pieces).toString() })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** An error of a mail server with its code. */
export function smtpError(code: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode: code })
}

/** A header of a mail, unfolded. */
export function headerOf({ raw }: Mail, name: string): string {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? ''
}

/** A request as a server got it. */
export interface Request {
  method: string
  url: URL
  headers: IncomingMessage['headers']
  body: string
}

/** A web server on loopback that answers as it is told, and remembers what it was asked. */
export async function webServer(answer: (request: Request, response: ServerResponse) => void, port = 0) {
  const requests: Request[] = []
  const server = createServer(async (incoming, response) => {
    const pieces: Buffer[] = []
    for await (const piece of incoming) pieces.push(piece as Buffer)
    const { method = '', url = '', headers } = incoming
    const body = Buffer.concat(pieces).toString()
    const request = { method, url: new URL(url, 'http://127.0.0.1'), headers, body }
    requests.push(request)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: taken } = server.address() as AddressInfo
  return {
    port: taken,
    address: `http://127.0.0.1:${taken}/hook`,
    requests,
    stop: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** Answers as a robot does that took the message. */
export function taken(_request: Request, response: ServerResponse): void {
  response.end('{"errcode":0,"errmsg":"ok"}')
}
