// Preloaded into azurite: it ends as at Ctrl+C when the tests close its input, or are gone themselves.
process.stdin.resume().on('end', () => process.kill(process.pid, 'SIGINT'));
