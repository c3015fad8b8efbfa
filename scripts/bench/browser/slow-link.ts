// Owns a slow link: a relay between a browser and a portal, in a process of its own, that passes bytes on as a phone's network would.
// What it models: the time of a way, the bits of a second, which all connections of the link share, the headers of each packet, the
// handshake of a connection, and a server that may have ten packets under way at first and twice as many after each answer (slow
// start). What it does not: names, https (which takes one or two ways more), lost packets, and radio that falls asleep.
import { createServer, connect, type Socket } from 'node:net';
import type { Link } from './throttle.ts';

const packet = 1460;
const header = 40;
const firstWindow = 10 * packet;

const { port, down, up, roundTrip } = JSON.parse(process.argv[2] ?? '{}') as Link & { readonly port: number };

/** One direction of the link, for all connections: a packet waits until those before it are through. */
function direction(kilobits: number) {
  let free = 0;
  let bytes = 0;
  return {
    bytes: () => bytes,
    /** @returns milliseconds until these bytes have arrived at the other end. */
    arrival(length: number): number {
      const now = performance.now();
      bytes += length;
      const wire = length + Math.ceil(length / packet) * header;
      free = Math.max(free, now) + (kilobits === 0 ? 0 : (wire * 8) / kilobits);
      return free - now + roundTrip / 2;
    }
  };
}

const toPhone = direction(down);
const toPortal = direction(up);
const open = new Set<Socket>();
let isUp = true;

/** The portal sends whoever calls it by another name to its own, where the link would be left. */
const byItsName = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString('latin1').replace(/^host: .*$/im, `Host: localhost:${port}`), 'latin1');

/** Passes on what the phone sends, once the connection would be there. */
function carryUp(phone: Socket, portal: Socket): void {
  const isThere = performance.now() + roundTrip;
  phone.on('data', (bytes: Buffer) => {
    const shaking = Math.max(isThere - performance.now(), 0);
    setTimeout(() => portal.write(byItsName(bytes)), shaking + toPortal.arrival(bytes.length));
  });
}

/** Passes on what the portal sends, as much at a time as slow start lets it. */
function carryDown(phone: Socket, portal: Socket): void {
  let window = firstWindow;
  let underWay = 0;
  let isOver = false;
  const waiting: Buffer[] = [];
  const send = () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (underWay >= window) return void waiting.unshift(next);
      pass(next);
    }
    if (isOver && underWay === 0) phone.end();
  };
  const pass = (part: Buffer) => {
    underWay += part.length;
    const arrival = toPhone.arrival(part.length);
    setTimeout(() => phone.writable && phone.write(part), arrival);
    // The answer of the phone weighs next to nothing, and takes its way.
    setTimeout(
      () => {
        underWay -= part.length;
        window += part.length;
        send();
      },
      arrival + roundTrip / 2
    );
  };
  portal.on('data', (bytes: Buffer) => {
    for (let at = 0; at < bytes.length; at += packet) waiting.push(bytes.subarray(at, at + packet));
    send();
  });
  portal.on('end', () => {
    isOver = true;
    send();
  });
}

const relay = createServer({ allowHalfOpen: true }, (phone) => {
  if (!isUp) return void phone.destroy();
  const portal = connect(port, '127.0.0.1');
  phone.setNoDelay(true);
  carryUp(phone, portal);
  carryDown(phone, portal);
  for (const socket of [phone, portal]) {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
  }
  phone.on('close', () => portal.destroy());
});

process.on('message', (asked: 'close' | 'down' | 'bytes') => {
  if (asked === 'down') isUp = false;
  if (asked !== 'bytes') for (const socket of open) socket.destroy();
  process.send?.(toPhone.bytes());
});
process.on('disconnect', () => process.exit());

relay.listen(0, '127.0.0.1', () => {
  const address = relay.address();
  process.send?.(typeof address === 'object' && address ? address.port : 0);
});
