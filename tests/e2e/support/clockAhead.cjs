/** Required before the app's own code: the clock is as far ahead of the machine's as the environment says, also once a journey changes that. */
const { now } = Date
Date.now = () => now() + Number(process.env.THROUGHLINE_CLOCK_AHEAD)
