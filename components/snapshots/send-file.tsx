/** What came of sending a file: the copy that it became, or a sentence. */
export type Sent = { ok: true } | { ok: false; message: string };

const unreached = "Not sent: the server could not be reached. The file is still chosen; send it again.";

/** Sends a file as the body of a request, telling how much of it has gone; answers always. */
export function sendFile(address: string, file: File, onProgress: (share: number) => void): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress(total ? loaded / total : 0),
    );
    request.addEventListener("load", () => resolve(read(request)));
    for (const failure of ["error", "abort", "timeout"])
      request.addEventListener(failure, () => resolve({ ok: false, message: unreached }));
    request.open("POST", address);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.send(file);
  });
}

function read({ status, responseText }: XMLHttpRequest): Sent {
  if (status === 201) return { ok: true };
  try {
    const { message } = JSON.parse(responseText) as { message?: unknown };
    if (typeof message === "string") return { ok: false, message };
  } catch {
    // The server itself refuses in plain text.
    if (status === 413 && responseText.length < 200) return { ok: false, message: responseText.trim() };
  }
  return { ok: false, message: unreached };
}
