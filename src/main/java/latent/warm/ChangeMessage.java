package latent.warm;

/**
 * A message that was received and has not been deleted.
 *
 * @param handle  identifies this receipt of the message to the queue
 * @param again   whether it was received before, and not deleted then
 */
record ChangeMessage(String handle, String body, boolean again) {}
