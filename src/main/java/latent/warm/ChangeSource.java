package latent.warm;

/** What receives messages from the queue of changed originals. */
public enum ChangeSource {
    /** The warm worker itself: {@link ChangeConsumer}. */
    QUEUE,
    /** AWS Lambda, which passes them to the worker as events: {@link QueueEventHandler}. */
    LAMBDA
}
