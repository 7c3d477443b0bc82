// What some browsers have and TypeScript's own list of them lacks.

interface Navigator {
  readonly connection?: { readonly saveData?: boolean };
}

interface TrustedTypePolicyRules {
  createHTML(text: string): string | null;
  createScriptURL(address: string): string | null;
}

declare var trustedTypes: { createPolicy(name: string, rules: TrustedTypePolicyRules): unknown } | undefined;
