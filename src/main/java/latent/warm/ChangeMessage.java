package latent.warm;

/**
 * A message that was received and has not been deleted.
 *
 * @param handle  by which the queue knows it, this time
 * @param again   whether it was received before, and not deleted then
 */
record ChangeMessage(String handle, String body, boolean again) {}
