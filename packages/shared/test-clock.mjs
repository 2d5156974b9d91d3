import { TestEnvironment } from 'jest-environment-node';

/** Runs a file of tests in a process whose own clock stands in the zone of its project: no rule may follow it. */
export default class ClockEnvironment extends TestEnvironment {
  constructor(config, context) {
    const { zone } = config.projectConfig.testEnvironmentOptions;
    // The runner's own environment, not the tests' copy of it: only this one moves the clock of the process.
    if (zone) process.env.TZ = zone;
    super(config, context);
  }
}
