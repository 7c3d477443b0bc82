// What some browsers have and TypeScript's own list of them lacks.

interface Navigator {
  readonly connection?: { readonly saveData?: boolean };
}

interface TrustedTypePolicyRules {
  createScriptURL(address: string): string | null;
}

declare var trustedTypes: { createPolicy(name: string, rules: TrustedTypePolicyRules): unknown } | undefined;

/** What the two scripts put there that the search fetches. */
declare var guideSearch: Pick<typeof import("../../docs/assets/guide/search/find.js"), "answersTo" | "prepared">;
declare var guideSearchIndex: import("../../docs/assets/guide/search/find.js").Listed[];

/** How an element looks that may have the focus. */
interface FocusLooks {
  readonly ring: number;
  readonly reach: number;
  readonly outlineColor: string;
  readonly boxShadow: string;
  readonly borderColor: string;
  readonly backgroundColor: string;
}

interface Window {
  /** What a walk by keyboard remembers from one key to the next: see tests/js/keyboard-walk.js. */
  guideWalk: {
    wanted: Element[];
    regions: Element[];
    there: Element[] | null;
    way: Element[];
    faults: string[];
    last: Element | null;
    marked: FocusLooks | null;
    done: boolean;
    pen: CanvasRenderingContext2D | null;
    luminances: Map<string, number>;
  };
}
