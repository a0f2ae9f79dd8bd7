import { expect } from '@playwright/test';
import { test } from './healthy-login.ts';

test('a user can log in', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('User').fill(process.env['LOGIN_USER'] ?? '');
  await page.getByLabel('Password').fill(process.env['LOGIN_PASSWORD'] ?? '');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(page.getByText('Signed in as')).toBeVisible();
});
