package latent.warm;

/**
 * A message in hand.
 *
 * @param handle  by which the queue knows it, this time
 * @param again   whether somebody had it in hand before, and did not finish it
 */
record ChangeMessage(String handle, String body, boolean again) {}
