import { describe, expect, it } from 'vitest';
import { pause } from '../../../lib/platform/turns.ts';

describe('a pause', () => {
  it('lets those have their turn who waited before', async () => {
    const heard: string[] = [];
    const channel = new MessageChannel();
    channel.port1.onmessage = () => heard.push('somebody else');
    channel.port2.postMessage(null);
    await pause();
    channel.port1.close();
    expect(heard).toEqual(['somebody else']);
  });
});
