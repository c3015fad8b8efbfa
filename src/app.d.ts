import type { Context, Staff } from '#lib/server/db/context.ts';
import type { Runtime } from '#lib/server/runtime.ts';

declare global {
  namespace App {
    interface Locals {
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
    }
  }
}

export {};
