import type { Context, Staff } from '#lib/server/db/context.ts';
import type { Runtime } from '#lib/server/runtime.ts';

declare global {
  namespace App {
    interface Locals {
      /** In the log, and told to whoever met an error. */
      requestId: string;
      lang: string;
      staff: Staff | null;
      ctx: Context;
      runtime: Runtime;
    }
    interface PageData {
      lang: string;
    }
    interface Error {
      message: string;
      requestId?: string;
    }
  }
}

export {};
