import type { Asker } from '#lib/server/auth/guard.ts';
import type { Context, Staff } from '#lib/server/db/context.ts';
import type { Runtime } from '#lib/server/runtime.ts';

declare global {
  namespace App {
    interface Locals {
      /** In the log, and told to whoever met an error. */
      requestId: string;
      lang: string;
      /** Whether their browser asks to save data. */
      savesData: boolean;
      staff: Staff | null;
      ctx: Context;
      runtime: Runtime;
      /** Which code of the route asked for a permission so far. */
      askedBy: Set<Asker>;
    }
    interface PageData {
      lang: string;
      /** Path without its language of the address that search engines keep, where the content stands at several. */
      canonical?: string;
      /** Without the portal's own header and footer. */
      bare?: boolean;
    }
    interface Error {
      message: string;
      requestId?: string;
    }
  }
}

export {};
