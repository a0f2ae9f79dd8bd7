/** The shape of a check: everything that is known about it in one object, and one pure function. */
import type { Exchange } from '../model/exchange.ts';
import type { Owner, Severity, Verdict } from '../model/finding.ts';
import type { AuthorizationRequest, AuthorizationResponse, Flow, TokenExchange } from '../model/flow.ts';
import { exchangeOf, type Scene } from '../observe/scene.ts';
import type { Cite } from '../spec/specs.ts';

export type Category =
  | 'state'
  | 'nonce'
  | 'pkce'
  | 'redirect-uri'
  | 'request'
  | 'response'
  | 'issuer'
  | 'token-placement'
  | 'size'
  | 'cookies'
  | 'session'
  | 'logout'
  | 'token-endpoint'
  | 'callback'
  | 'loop'
  | 'transport'
  | 'discovery';

/**
 * breakage: why a login fails. leak: a credential is where it must not be. weakness: what could be stolen, which
 * never explains a failure. remark: worth knowing before it hurts.
 */
export type CheckKind = 'breakage' | 'leak' | 'weakness' | 'remark';

export type Tier = 'core' | 'std' | 'ext';

export interface Message {
  /** One phrase that names what is wrong. */
  readonly title: string;
  /** One sentence for the person who can not log in. */
  readonly plain: string;
  /** What was seen and what it means, for the one who fixes it. */
  readonly text: string;
  readonly fix: string;
  /** Where this case differs from the check. */
  readonly severity?: Severity;
  readonly owner?: Owner;
  /** Stays a warning although the login went well. */
  readonly insists?: true;
  /** Where this case is of another kind than the check. */
  readonly kind?: CheckKind;
  /** Where a guess has to give way to causes that come later than the check. */
  readonly rank?: number;
}

/** The parts a check may ask for. A check whose part is missing is inapplicable and does not run. */
export interface Parts {
  readonly request: AuthorizationRequest;
  /** The exchange the authorization request was first sent in. */
  readonly authorization: Exchange;
  readonly response: AuthorizationResponse;
  /** The exchange in which the answer was first seen. */
  readonly answered: Exchange;
  /** The request to the redirection endpoint. */
  readonly callback: Exchange;
  readonly tokens: readonly [TokenExchange, ...TokenExchange[]];
}

export type PartName = keyof Parts;

export interface CheckInfo {
  /** The file's name. Noun first, names the failing state. */
  readonly id: string;
  readonly category: Category;
  readonly kind: CheckKind;
  readonly tier: Tier;
  /** What the check is about, in one phrase: the catalogue's title. */
  readonly title: string;
  readonly severity: Severity;
  /** Place in the root-cause order, checks.md section 7: the smallest that failed is the cause. */
  readonly rank: number;
  readonly owner: Owner;
  readonly cites: readonly Cite[];
  /** Ids it had before. */
  readonly aliases?: readonly string[];
  readonly messages: Readonly<Record<string, Message>>;
}

export interface Check extends CheckInfo {
  readonly needs: readonly PartName[];
  /** Flow kinds it looks at; logins and silent logins unless it says otherwise. */
  readonly flows: readonly Flow['kind'][];
  readonly judge: (scene: Scene) => Verdict;
}

export interface CheckDefinition<M extends string, N extends PartName> extends Omit<CheckInfo, 'messages'> {
  readonly needs: readonly N[];
  readonly flows?: readonly Flow['kind'][];
  readonly messages: Readonly<Record<M, Message>>;
  readonly inspect: (parts: Pick<Parts, N>, scene: Scene) => Verdict<NoInfer<M>>;
}

const frontChannel: readonly Flow['kind'][] = ['login', 'silent'];

function partsOf(scene: Scene): Partial<Parts> {
  const { flow } = scene;
  const authorization = exchangeOf(scene, flow.request?.exchange);
  const answered = exchangeOf(scene, flow.response?.exchange);
  const callback = exchangeOf(scene, flow.response?.callback);
  const [first, ...rest] = flow.tokens;
  return {
    ...(flow.request ? { request: flow.request } : {}),
    ...(authorization ? { authorization } : {}),
    ...(flow.response ? { response: flow.response } : {}),
    ...(answered ? { answered } : {}),
    ...(callback ? { callback } : {}),
    ...(first ? { tokens: [first, ...rest] as const } : {}),
  };
}

/** Reading a part that was not asked for, or naming a message that does not exist, does not compile. */
export function defineCheck<const M extends string, const N extends PartName>(definition: CheckDefinition<M, N>): Check {
  const { inspect, ...info } = definition;
  const flows = definition.flows ?? frontChannel;
  return {
    ...info,
    flows,
    judge: (scene) => {
      if (!flows.includes(scene.flow.kind)) return { kind: 'inapplicable' };
      const parts = partsOf(scene);
      if (!definition.needs.every((name) => parts[name] !== undefined)) return { kind: 'inapplicable' };
      return inspect(parts as Pick<Parts, N>, scene);
    },
  };
}

export function messageOf(check: Check, key: string): Message | null {
  return Object.hasOwn(check.messages, key) ? (check.messages[key] ?? null) : null;
}
