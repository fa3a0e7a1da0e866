// Loaded before `next start`: the site ends when the process that supervises it is gone, however that ended.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
