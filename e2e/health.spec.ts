import { expect, test } from "@playwright/test";

test("a browser reaches the application, which says that it lives", async ({ page }) => {
  const response = await page.goto("/api/health");
  expect(response?.status()).toBe(200);
});
