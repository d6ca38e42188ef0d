import type { RadioOption } from "#components/form/radio-group";
import { role } from "#lib/auth/schema";
import { roleDescriptions, roleNames } from "#lib/people/rules";

/** The three roles as choices, each with what it may do. */
export const roleOptions: readonly RadioOption[] = role.options.map((value) => ({
  value,
  label: roleNames[value],
  description: roleDescriptions[value],
}));
