import { demoDay, expect, people, rawApi, test } from './support/test.ts';

test('the other practice’s secretary never sees this one, by the screen or by the raw API', async ({ signIn }) => {
  const lea = await signIn(people.lea);
  const lucie = await signIn(people.lucie);
  const ours = await lea.api('GET', `/days/${demoDay}`);
  const visit = ours.body.appointments[0];

  await test.step('the screen of our practice is not hers', async () => {
    await lucie.page.goto(`${lucie.server.url}/p/${lea.practiceId}/jour`);
    await expect(lucie.page.getByText(visit.patient.usedName)).toHaveCount(0);
    await lucie.open('jour');
    await expect(lucie.page.getByText('Maison de santé des Tilleuls')).toHaveCount(0);
  });

  await test.step('our ids do not exist for her, in our practice or in hers', async () => {
    const asked = [
      ['GET', `/practices/${lea.practiceId}/days/${demoDay}`],
      ['GET', `/practices/${lea.practiceId}/patients/${visit.patient.id}`],
      ['GET', `/practices/${lucie.practiceId}/patients/${visit.patient.id}`],
      ['GET', `/practices/${lucie.practiceId}/appointments/${visit.id}`],
      ['GET', `/practices/${lea.practiceId}/live`],
    ] as const;
    for (const [method, path] of asked) {
      const reply = await rawApi(lucie.page, method, path);
      expect([path, reply.status]).toEqual([path, 404]);
    }
  });

  await test.step('a search in her practice finds none of ours', async () => {
    const found = await lucie.api('POST', '/patients/search', { text: visit.patient.usedName, limit: 20 });
    const ids = found.body.hits.map((hit: { id: string }) => hit.id);
    expect(ids).not.toContain(visit.patient.id);
  });
});

test('a remote secretary of both practices changes from one to the other and mixes nothing', async ({ signIn }) => {
  const nora = await signIn(people.nora);
  await nora.open('jour');
  const session = await rawApi(nora.page, 'GET', '/session');
  const [first, second] = session.body.memberships;
  expect(session.body.memberships).toHaveLength(2);
  const days = await Promise.all(
    [first, second].map((membership) =>
      rawApi(nora.page, 'GET', `/practices/${membership.practiceId}/days/${demoDay}`),
    ),
  );
  const [ours, theirs] = days.map(({ body }) => new Set(body.appointments.map((card: { id: string }) => card.id)));
  expect(ours?.size).toBeGreaterThan(0);
  expect(theirs?.size).toBeGreaterThan(0);
  expect([...(ours ?? [])].filter((id) => theirs?.has(id))).toEqual([]);
});
