/** While the panel is there: what OAuth endpoints and failing pages answered goes to the background, where the user wants it read. */
import { isRunning } from '../../lib/model/guide.ts';
import { defaultSettings } from '../../lib/model/settings.ts';
import { isOn } from '../../lib/model/watching.ts';
import { largestAnswerBytes } from '../../lib/platform/answers.ts';
import { type InspectedRequest, inspectedTab, onRequestFinished } from '../../lib/platform/inspected.ts';
import { sendToBackground } from '../../lib/platform/messages.ts';
import { isOfPage } from '../../lib/platform/page-site.ts';
import {
  loadEndpoints,
  loadGuide,
  loadSettings,
  loadStarted,
  onGuideChanged,
  onSettingsChanged,
  onStartedChanged,
} from '../../lib/platform/storage.ts';
import { asksEndpoint } from '../../lib/record/endpoints.ts';
import { Learned } from '../../lib/record/learned.ts';

function matters({ method, url, posted, status, kind }: InspectedRequest): boolean {
  if (kind === 'document') return status >= 400;
  const body = posted === null ? null : ({ kind: 'text', mime: '', text: posted, bytes: null } as const);
  return kind === 'call' && asksEndpoint({ method, url, body, type: 'xmlhttprequest' }, learned.knows(url));
}

const learned = new Learned();

export function tellAnswers(): void {
  const tab = inspectedTab();
  let settings = defaultSettings;
  let on = false;
  const look = async () => {
    const [chosen, started, guide] = await Promise.all([loadSettings(), loadStarted(), loadGuide()]);
    settings = chosen;
    on = isOn(chosen, started, isRunning(guide, Date.now()));
  };
  void look();
  void loadEndpoints().then((stored) => learned.load(stored ?? {}));
  onSettingsChanged(() => void look());
  onStartedChanged(() => void look());
  onGuideChanged(() => void look());

  async function tell(request: InspectedRequest): Promise<void> {
    if (!settings.thirdPartyBodies && !(await isOfPage(tab, request.url))) return;
    const text = await request.content();
    if (text === null) return;
    const { method, url, startedAt, status, posted } = request;
    const { length: bytes } = new TextEncoder().encode(text);
    // The background hears of it later than the calls that follow.
    learned.see({ kind: 'answer', request: '', at: startedAt, url, text, bytes });
    const answer = { tab, method, url, startedAt, status, posted, text: bytes > largestAnswerBytes ? null : text, bytes };
    await sendToBackground({ kind: 'answer', answer });
  }

  onRequestFinished((request) => {
    if (settings.bodies && on && matters(request)) void tell(request);
  });
}
