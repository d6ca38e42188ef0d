import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { aClaim, anArticle, password } from "../access/desk.ts";
import { Person } from "../access/person.ts";
import type { RunningDesk } from "./running-desk.ts";

/** People who add articles and log claims one after the other, and remember what the desk has acknowledged. */
export class Writers {
  readonly articles: string[] = [];
  readonly claims: string[] = [];
  readonly unexpected: string[] = [];
  readonly email = `${randomUUID()}@example.org`;
  readonly password = password;
  admin = new Person("");
  #stopped = false;
  #loops: Promise<void>[] = [];
  #waiting: { count: number; resolve: () => void }[] = [];

  async begin(desk: RunningDesk, people: number): Promise<void> {
    const admin = new Person(desk.url);
    this.admin = admin;
    const { email } = this;
    const token = desk.setupLink?.split("/").at(-1);
    await admin.do("people.acceptInvitation", { token, name: "An admin", email, password });
    await admin.signIn(email, password);
    this.#loops = Array.from({ length: people }, () => this.#write(admin));
  }

  /** Resolves when so many more claims were acknowledged than there are now. */
  acknowledged(more: number): Promise<void> {
    return new Promise((resolve) => this.#waiting.push({ count: this.claims.length + more, resolve }));
  }

  async end(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#loops);
  }

  async #write(who: Person): Promise<void> {
    while (!this.#stopped) {
      try {
        await this.#writeOne(who);
      } catch (error) {
        const code = (error as { code?: unknown }).code;
        if (!["ECONNREFUSED", "ECONNRESET", "EPIPE"].includes(String(code)))
          this.unexpected.push(String(error));
        await pause(50); // nobody is there; a person would take longer to press the button again
      }
    }
  }

  async #writeOne(who: Person): Promise<void> {
    const article = await who.call<{ articleId: string; versionId: string }>(
      "articles.addArticle",
      anArticle(),
    );
    if (!article.ok) return this.#refused(article.code);
    this.articles.push(article.value.articleId);
    const claim = await who.call<{ claimId: string }>("claims.logClaim", aClaim(article.value.versionId));
    if (!claim.ok) return this.#refused(claim.code);
    this.claims.push(claim.value.claimId);
    for (const each of this.#waiting.filter(({ count }) => count <= this.claims.length)) each.resolve();
    this.#waiting = this.#waiting.filter(({ count }) => count > this.claims.length);
  }

  #refused(code: string): Promise<void> {
    if (code !== "unavailable") this.unexpected.push(code);
    return pause(50);
  }
}
