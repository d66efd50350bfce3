import { ensureSampleWorld, sampleNetwork } from '../../samples/sample/index.ts';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-codes.ts';
import { openInstallation } from '../installation.ts';

export const command = defineCommand({
  name: 'sample',
  summary: 'Creates the sample world: a network of fictitious organisations and people to try everything with.',
  usage: `
Usage: collegium sample [--json]

  --json  print {"network", "address", "isNew"}

Leaves a sample world that is there as it is. A server that finds no network at all creates it by itself.`,
  options: { json: { type: 'boolean' } },
  run: async ({ values, io }) => {
    const { services, database } = await openInstallation(io.env);
    try {
      const isNew = await ensureSampleWorld(services, database.url);
      const address = `${services.config.url}/${sampleNetwork.slug}`;
      if (values.json) io.out(JSON.stringify({ network: sampleNetwork.slug, address, isNew }));
      else io.out(`${isNew ? 'Created the sample world' : 'The sample world is there already'}: ${address}`);
      return exitCode.ok;
    } finally {
      await database.close();
    }
  },
});
