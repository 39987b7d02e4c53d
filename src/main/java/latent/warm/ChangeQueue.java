package latent.warm;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import latent.store.S3Access;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * The SQS queue of S3's messages about changed originals. A message that is not deleted is received again; after too many times SQS moves it to the
 * dead-letter queue. Thread-safe.
 */
public final class ChangeQueue implements AutoCloseable {
    /** SQS gives no more at once. */
    static final int MAX_IN_HAND = 10;

    /** How long a receive waits for a message, and so how long a stop may take to be noticed. */
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final SqsClient sqs;
    private final String url;
    private final Duration visibility;

    private ChangeQueue(SqsClient sqs, String url, Duration visibility) {
        this.sqs = sqs;
        this.url = url;
        this.visibility = visibility;
    }

    /**
     * The queue of this URL.
     *
     * @param access     as whom we speak to it; S3 tells only queues of its own region
     * @param visibility how long after its last lease a message is received again
     */
    public static ChangeQueue connect(S3Access access, URI url, Duration visibility) {
        SqsClient sqs = access.connect(SqsClient.builder(), Optional.of(url.resolve("/")), WAIT.multipliedBy(3));
        return new ChangeQueue(sqs, url.toString(), visibility);
    }

    /** Waits up to five seconds for messages; returns at most {@code most}, or none. */
    List<ChangeMessage> receive(int most) {
        return sqs
                .receiveMessage(receive -> receive.queueUrl(url)
                        .maxNumberOfMessages(most)
                        .waitTimeSeconds((int) WAIT.toSeconds())
                        .visibilityTimeout((int) visibility.toSeconds())
                        .messageSystemAttributeNames(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
                .messages()
                .stream()
                .map(message -> new ChangeMessage(
                        message.receiptHandle(),
                        message.body(),
                        !"1".equals(message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))))
                .toList();
    }

    /** Puts a message into the queue. */
    public void send(String body) {
        sqs.sendMessage(send -> send.queueUrl(url).messageBody(body));
    }

    /** How long a message is leased. */
    Duration visibility() {
        return visibility;
    }

    /** Extends the lease of messages. */
    void keep(List<ChangeMessage> messages) {
        List<ChangeMessageVisibilityBatchRequestEntry> entries = IntStream.range(0, messages.size())
                .mapToObj(i -> ChangeMessageVisibilityBatchRequestEntry.builder()
                        .id(Integer.toString(i))
                        .receiptHandle(messages.get(i).handle())
                        .visibilityTimeout((int) visibility.toSeconds())
                        .build())
                .toList();
        sqs.changeMessageVisibilityBatch(change -> change.queueUrl(url).entries(entries));
    }

    /** Ends the lease of a message that cannot be understood. It is delivered again at once, until SQS moves it to the dead-letter queue. */
    void giveBack(ChangeMessage message) {
        sqs.changeMessageVisibility(
                change -> change.queueUrl(url).receiptHandle(message.handle()).visibilityTimeout(0));
    }

    /** Deletes a message. */
    void done(ChangeMessage message) {
        sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.handle()));
    }

    @Override
    public void close() {
        sqs.close();
    }
}
