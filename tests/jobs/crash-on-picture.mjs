// Loaded into a worker and its extraction processes by NODE_OPTIONS: ends the process by a real SIGSEGV when it is about
// to decode, or to embed, one picture. CRASH_IN says which, and CRASH_PICTURE is the picture's SHA-256.
import { createHash } from 'node:crypto';

const { CRASH_IN, CRASH_PICTURE } = process.env;
const program = process.argv.slice(1).join(' ');
const crash = () => process.kill(process.pid, 'SIGSEGV');

if (CRASH_IN === 'decoder' && / worker$/.test(program)) {
  const { default: sharp } = await import('sharp');
  const { toBuffer } = sharp.prototype;
  sharp.prototype.toBuffer = function (...args) {
    const { buffer } = this.options.input;
    if (buffer && createHash('sha256').update(buffer).digest('hex') === CRASH_PICTURE) crash();
    return toBuffer.apply(this, args);
  };
}

if (CRASH_IN === 'network' && program.includes('vision-worker')) {
  const { emit } = process;
  // Not a listener of its own: the first one would take the messages that come before the program listens.
  process.emit = function (event, message, ...rest) {
    // Of all pictures only this one is plain magenta.
    const [red, green, blue] = (event === 'message' && message?.request?.pixels?.data) || [];
    if (red > 240 && green < 15 && blue > 240) crash();
    return emit.call(this, event, message, ...rest);
  };
}
