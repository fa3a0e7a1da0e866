// Runs a script that ends when the process that supervises it is gone, however that ended: node THIS SCRIPT ARGS…
// Not a module to --import, because the processes that the script forks would inherit it.
import { pathToFileURL } from 'node:url';

process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
process.argv.splice(1, 1);
await import(pathToFileURL(process.argv[1]).href);
