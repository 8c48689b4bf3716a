import { crc32, deflateSync } from 'node:zlib'

/** A small PNG of one colour; another number is another picture. @param colour 0 to 0xffffff */
export function png(colour: number, width = 2, height = 2): Uint8Array {
  const row = Buffer.concat([Buffer.from([0]), ...Array.from({ length: width }, () => Buffer.from([colour >> 16, colour >> 8, colour]))])
  return file(width, height, deflateSync(Buffer.concat(Array.from({ length: height }, () => row))))
}

/** A PNG that says how large it is, and holds nothing. */
export function emptyPng(width: number, height: number): Uint8Array {
  return file(width, height, Buffer.alloc(0))
}

function file(width: number, height: number, rows: Uint8Array): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
