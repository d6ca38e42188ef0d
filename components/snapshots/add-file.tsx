"use client";

import { useEffect, useId, useState, type DragEvent } from "react";
import { useRouter } from "next/navigation";
import { useIdempotencyKey } from "#components/form/use-idempotency-key";
import { sendFile } from "#components/snapshots/send-file";
import { Alert } from "#components/ui/alert";
import { Button } from "#components/ui/button";

const mostBytes = 200 * 1024 * 1024;

/** Adds a file to a source: chosen, dropped, or a picture that is pasted. It stays chosen until it has arrived. */
export function AddFile({ sourceId }: { sourceId: string }) {
  const id = useId();
  const router = useRouter();
  const key = useIdempotencyKey();
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);

  function choose(chosen: File | null | undefined) {
    if (!chosen || share !== null) return;
    key.renew();
    setFile(chosen);
    setProblem(chosen.size > mostBytes ? "A file may have at most 200 MB." : null);
  }
  usePastedPicture(choose);

  async function send() {
    if (!file || share !== null || file.size > mostBytes) return;
    setProblem(null);
    setShare(0);
    const query = new URLSearchParams({
      fileName: file.name || "picture.png",
      idempotencyKey: key.current(),
    });
    const sent = await sendFile(`/desk/sources/${sourceId}/files?${query}`, file, setShare);
    setShare(null);
    if (!sent.ok) return setProblem(sent.message);
    setFile(null);
    router.refresh();
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    choose(event.dataTransfer.files[0]);
  }

  return (
    <form
      className="drop stack"
      aria-label="Add a file"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="row">
        <label className="btn small" htmlFor={id}>
          Choose a file
        </label>
        <input
          id={id}
          type="file"
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            choose(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
        <span className="small">or drop it here, or paste a picture</span>
      </div>
      <p id={`${id}-hint`} className="hint">
        PDF, picture, sound, film, text, HTML, DOCX, CSV or WARC, up to 200 MB
      </p>
      {file && (
        <div className="row between">
          <span dir="auto">{file.name}</span>
          <Button type="submit" kind="primary" small aria-disabled={share !== null || undefined}>
            {share === null ? "Add this file" : "Sending…"}
          </Button>
        </div>
      )}
      {share !== null && (
        <p role="status" className="row">
          <progress value={share} aria-label="Sent so far" />{" "}
          <span className="num">{Math.round(share * 100)} %</span>
        </p>
      )}
      {problem !== null && <Alert kind="problem">{problem}</Alert>}
    </form>
  );
}

/** A picture in the clipboard, wherever on the page it is pasted; text that is pasted goes where it belongs. */
function usePastedPicture(choose: (file: File | undefined) => void) {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const picture = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith("image/"));
      if (picture) choose(picture);
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  });
}
