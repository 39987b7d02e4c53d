package latent.warm;

/** Who takes messages off the queue of changed originals. */
public enum ChangeSource {
    /** We do: {@link ChangeConsumer}. */
    QUEUE,
    /** AWS Lambda does, and hands them over: {@link QueueEventHandler}. */
    LAMBDA
}
