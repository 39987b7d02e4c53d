package latent.warm;

/**
 * A message that was received and not deleted.
 *
 * @param handle identifies this delivery of the message to the queue
 * @param again  whether it was delivered before
 */
record ChangeMessage(String handle, String body, boolean again) {}
