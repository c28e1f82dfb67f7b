// Every program that a test run started ends with it, also when the run is broken off.
const started = new Set();

/** Keeps `child`, started as the leader of its own process group, until it ends. */
export function endWithUs(child) {
  started.add(child);
  child.once('exit', () => started.delete(child));
  return child;
}

process.on('exit', () => {
  for (const child of started) {
    try {
      process.kill(-child.pid, 'SIGTERM');
    } catch {
      // It ended by itself in the meantime.
    }
  }
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));
