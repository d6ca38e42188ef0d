"use server";

import { defineAction, definePublicAction } from "../action.ts";
import * as commands from "./commands.ts";
import * as schema from "./schema.ts";

export const inviteMember = defineAction(schema.inviteInput, commands.inviteMember);
export const revokeInvitation = defineAction(schema.invitationInput, commands.revokeInvitation);
export const acceptInvitation = definePublicAction(schema.acceptInput, commands.acceptInvitation);
export const changePassword = defineAction(schema.changePasswordInput, commands.changePassword);
export const changeRole = defineAction(schema.changeRoleInput, commands.changeRole);
export const deactivateMember = defineAction(schema.memberInput, commands.deactivateMember);
export const reactivateMember = defineAction(schema.memberInput, commands.reactivateMember);
export const signOutEverywhere = defineAction(schema.memberInput, commands.signOutEverywhere);
