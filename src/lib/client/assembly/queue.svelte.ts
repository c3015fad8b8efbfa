// Owns the envelopes of a phone on their way: which are received, which refused, and when the others are tried again. It tries only
// while its screen is open, and forgets nothing before the portal has said that it holds it.
import type { EnvelopeAnswer } from '#lib/domain/assembly/judge-envelope.ts';
import { retryAfter } from '#lib/domain/assembly/sending.ts';
import { handIn, type Portal } from './sending.ts';

/** `answer`: null while the portal has not said. `problem`: why it could not be asked. */
export type Underway = {
  readonly text: string;
  readonly answer: EnvelopeAnswer | null;
  readonly receipt: string | null;
  readonly problem: string | null;
};

export class Queue {
  envelopes = $state.raw<readonly Underway[]>([]);
  isBusy = $state(false);
  /** Seconds; 0 where nobody asked for it yet, or all is said. */
  nextTry = $state(0);
  isTrying = false;
  readonly isRefused = $derived(this.envelopes.some(({ answer, receipt }) => answer !== null && receipt === null));

  private failures = 0;
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly lang: () => string;
  private readonly portal: Portal;
  private readonly allReceived: (receipts: readonly string[]) => Promise<void>;

  constructor(lang: () => string, portal: Portal, allReceived: (receipts: readonly string[]) => Promise<void>) {
    this.lang = lang;
    this.portal = portal;
    this.allReceived = allReceived;
  }

  fill(texts: readonly string[]): void {
    this.envelopes = texts.map((text) => ({ text, answer: null, receipt: null, problem: null }));
  }

  /** What is received is not sent again; what was refused is, when people press. */
  async send(): Promise<void> {
    if (this.isBusy || this.envelopes.length === 0) return;
    this.stop();
    this.isBusy = true;
    for (const each of this.envelopes) if (each.receipt === null) await this.sendOne(each);
    this.isBusy = false;
    const receipts = this.envelopes.flatMap(({ receipt }) => receipt ?? []);
    if (receipts.length === this.envelopes.length) return this.allReceived(receipts);
    if (this.envelopes.some(({ problem }) => problem !== null)) this.tryLater();
  }

  private async sendOne(each: Underway): Promise<void> {
    const sent = await handIn(this.lang(), each.text, this.portal);
    const said = sent.ok ? { ...sent.value, problem: null } : { problem: sent.refusal.code };
    this.envelopes = this.envelopes.map((one) => (one.text === each.text ? { ...one, ...said } : one));
  }

  private tryLater(): void {
    this.isTrying = true;
    this.nextTry = retryAfter(this.failures++);
    this.timer = setInterval(() => {
      this.nextTry -= 1;
      if (this.nextTry <= 0) void this.send();
    }, 1000);
  }

  stop(): void {
    clearInterval(this.timer);
    this.nextTry = 0;
    this.isTrying = false;
  }
}
