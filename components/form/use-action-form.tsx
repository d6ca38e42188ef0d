"use client";

import { useEffect, useId, useRef, useState, useTransition } from "react";
import { useRouter } from "next/navigation";
import {
  useForm,
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
  type UseFormReturn,
} from "react-hook-form";
import { zodResolver } from "@hookform/resolvers/zod";
import type * as z from "zod/v4/core";
import { useCloseDialog } from "#components/ui/dialog";
import { callAction, type Action } from "#components/form/call-action";
import { loadTheirs, readConflict, type Conflict } from "#components/form/conflict";
import { fieldLabel, focusField, messagesWithoutField } from "#components/form/field-lookup";
import { useOutcome, type Outcome } from "#components/form/outcome";
import { useIdempotencyKey } from "#components/form/use-idempotency-key";
import { useUnsavedWarning } from "#components/form/use-unsaved-warning";

type FormSchema = z.$ZodType<unknown, FieldValues>;

/** No success is silent: it is announced, or leads to something else. */
type Telling<T> = { done: string } | { outcome: Outcome } | { href: string } | { onDone: (value: T) => void };

export type ActionFormOptions<Schema extends FormSchema, T> = Telling<T> & {
  schema: Schema;
  action: Action<T>;
  defaultValues: DefaultValues<z.input<Schema>>;
  /** Runs after a success; without it the page's data are read again. */
  onDone?: (value: T) => void;
  /** What is announced after a success, once the page shows it: in the form, or on the page where a dialog closes with the form. */
  done?: string;
  /** What is said instead, on the page that comes of a success, where the form is not there any more by then. */
  outcome?: Outcome;
  /** The page that a success leads to. */
  href?: string;
  /** Adds `idempotencyKey` to what is sent: for forms that create something. */
  idempotent?: boolean;
  /** Empties the form after a success, for the next entry. */
  clearWhenDone?: boolean;
};

export type ActionFormState = {
  id: string;
  // The fields find their form by context and name; the types of the values end at the schema.
  form: UseFormReturn<FieldValues>;
  submit: () => void;
  pending: boolean;
  problem: { message: string; details: string[] } | null;
  announcement: string | null;
  conflict: Conflict | null;
  keepMine: () => void;
  takeTheirs: () => void;
};

/**
 * A form around one server action. Checks with the action's own schema first, sends the values as typed, makes one call
 * however often it is submitted, and keeps everything typed on any refusal. Pass the answer to `ActionForm`.
 */
export function useActionForm<Schema extends FormSchema, T>(
  options: ActionFormOptions<Schema, T>,
): ActionFormState {
  const { schema, action, defaultValues, idempotent = false, clearWhenDone = false } = options;
  const id = useId();
  const router = useRouter();
  const { say, hush } = useOutcome();
  const closeDialog = useCloseDialog();
  const isInDialog = closeDialog !== null;
  const outcome = options.outcome ?? (isInDialog && options.done ? { words: options.done } : undefined);
  const key = useIdempotencyKey();
  const inFlight = useRef(false);
  const [pending, setPending] = useState(false);
  const [refreshing, startRefresh] = useTransition();
  const [problem, setProblem] = useState<ActionFormState["problem"]>(null);
  const [announcement, setAnnouncement] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const plainSchema = schema as z.$ZodType<FieldValues, FieldValues>;
  const form = useForm<FieldValues>({
    defaultValues: defaultValues as DefaultValues<FieldValues>,
    resolver: (values, context, resolverOptions) =>
      zodResolver(plainSchema, undefined, { raw: true })(withKey(values), context, resolverOptions),
  });
  const { isDirty } = form.formState;
  useUnsavedWarning(isDirty && !pending);
  useFreshDefaults(form, defaultValues, isDirty);

  function withKey<V extends FieldValues>(values: V): V {
    return idempotent ? { ...values, idempotencyKey: key.current() } : values;
  }

  async function send(values: FieldValues) {
    if (inFlight.current) return;
    inFlight.current = true;
    setPending(true);
    setProblem(null);
    setAnnouncement(null);
    hush();
    try {
      const result = await callAction(action, withKey(values));
      if (result.ok) succeed(values, result.value);
      else refuse(result);
    } finally {
      inFlight.current = false;
      setPending(false);
    }
  }

  function succeed(sent: FieldValues, value: T) {
    setConflict(null);
    key.renew();
    if (clearWhenDone) form.reset(defaultValues as FieldValues);
    else settle(form, sent, value);
    setAnnouncement((!isInDialog && options.done) || null);
    closeDialog?.();
    startRefresh(() => {
      if (outcome !== undefined) say(outcome, options.href);
      if (options.onDone === undefined) goOn();
    });
    options.onDone?.(value);
  }

  function goOn() {
    if (options.href === undefined) router.refresh();
    else router.push(options.href);
  }

  function refuse(result: Extract<Awaited<ReturnType<Action<T>>>, { ok: false }>) {
    const fields = Object.entries(result.fields ?? {});
    setProblem({ message: result.message, details: messagesWithoutField(id, fields) });
    for (const [name, message] of fields) form.setError(name, { type: "server", message });
    focusField(
      id,
      fields.map(([name]) => name),
    );
    if (result.theirs !== undefined) {
      setConflict(readConflict(form.getValues(), result.theirs, (name) => fieldLabel(id, name)));
    }
  }

  function onInvalid(errors: FieldErrors) {
    // What was done before does not stand beside what is wrong now.
    setAnnouncement(null);
    const found = Object.entries(errors).map(([name, error]): [string, string] => [
      name,
      typeof error?.message === "string" ? error.message : "",
    ]);
    const details = messagesWithoutField(id, found);
    setProblem(
      details.length > 0 ? { message: "Not saved: something the form needs is missing.", details } : null,
    );
  }

  const submit = () => void form.handleSubmit(send, onInvalid)();
  return {
    id,
    form,
    submit,
    pending,
    problem,
    announcement: refreshing ? null : announcement,
    conflict,
    keepMine() {
      if (conflict === null) return;
      form.setValue("version", conflict.version);
      submit();
    },
    takeTheirs() {
      if (conflict === null) return;
      loadTheirs(form, conflict);
      setConflict(null);
      setProblem(null);
      setAnnouncement("Their text is in the form now. Nothing was saved.");
    },
  };
}

/** The page was read again: a form without unsaved typing shows the newer values, another one keeps its own. */
function useFreshDefaults(form: UseFormReturn<FieldValues>, defaultValues: unknown, isDirty: boolean) {
  const fresh = JSON.stringify(defaultValues);
  const seen = useRef(fresh);
  useEffect(() => {
    if (seen.current === fresh) return;
    // Also when they are not taken: after the save that follows, these would be older than what was saved.
    seen.current = fresh;
    const values = JSON.parse(fresh) as FieldValues;
    // A page that was read before the latest save comes too late.
    const isOlder = Number(values.version) < Number(form.getValues("version"));
    if (!isDirty && !isOlder) form.reset(values);
  }, [form, fresh, isDirty]);
}

/**
 * What was sent is the saved state now, under the version that the save made. What was typed while the answer was under
 * way stays, and counts as unsaved.
 */
function settle(form: UseFormReturn<FieldValues>, sent: FieldValues, value: unknown) {
  const saved = { ...sent };
  if ("version" in saved && typeof value === "object" && value !== null && "version" in value) {
    saved.version = value.version;
    form.setValue("version", value.version);
  }
  form.reset(saved, { keepValues: true });
  for (const [name, now] of Object.entries(form.getValues())) {
    if (JSON.stringify(now) !== JSON.stringify(saved[name])) form.setValue(name, now, { shouldDirty: true });
  }
}
