package latent.warm;

/** Who takes messages off the queue of changed originals. */
public enum ChangeSource {
    /** The warm worker itself: {@link ChangeConsumer}. */
    QUEUE,
    /** AWS Lambda, which passes them to the worker as events: {@link QueueEventHandler}. */
    LAMBDA
}
