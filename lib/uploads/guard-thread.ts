// Beside a reader that may be caught in a loop: ends its process once whoever started that is gone and can no longer do it.

const starter = process.ppid;
setInterval(() => {
  if (process.ppid !== starter) process.kill(process.pid, "SIGKILL");
}, 500);
