import { crc32, deflateRawSync } from 'node:zlib'

/** A ZIP archive of these files, packed. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const entries = Object.entries(files).map(([name, body]) => entryOf(name, Buffer.from(body)))
  const starts = entries.map((_, at) => entries.slice(0, at).reduce((sum, { local }) => sum + local.length, 0))
  const directory = Buffer.concat(entries.map(({ central }, at) => central(starts[at] ?? 0)))
  const body = Buffer.concat(entries.map(({ local }) => local))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(body.length, 16)
  return Buffer.concat([body, directory, end])
}

interface Entry {
  readonly local: Buffer
  readonly central: (start: number) => Buffer
}

function entryOf(name: string, body: Buffer): Entry {
  const packed = deflateRawSync(body)
  // Version 2.0, deflated, no date; then checksum, sizes, the name's length.
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(20, 0)
  shared.writeUInt16LE(8, 4)
  shared.writeUInt32LE(crc32(body), 10)
  shared.writeUInt32LE(packed.length, 14)
  shared.writeUInt32LE(body.length, 18)
  shared.writeUInt16LE(Buffer.byteLength(name), 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), shared, Buffer.from(name), packed])
  const central = (start: number): Buffer => {
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(start, 10)
    return Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), shared, rest, Buffer.from(name)])
  }
  return { local, central }
}
