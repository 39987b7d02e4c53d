package latent.warm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import latent.key.KeyGrammar;
import latent.logging.Json;
import latent.metrics.Meters;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * Handles messages that AWS Lambda has received from the queue. Lambda deletes those that the answer does not name. The others are delivered again,
 * until SQS moves them to the dead-letter queue. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">partial batch responses</a>
 */
public final class QueueEventHandler {
    /** Time before Lambda's deadline in which no further rendition is begun: enough for the longest render and the answer. */
    private static final Duration RESERVE = Duration.ofSeconds(40);

    private final ChangeBatchReader messages;
    private final ChangeHandler work;
    private final ShardHandler planned;
    private final InstantSource clock;

    /** @param originalsBucket the only bucket whose changes are handled */
    public QueueEventHandler(
            String originalsBucket,
            KeyGrammar grammar,
            ChangeHandler work,
            ShardHandler planned,
            Meters meters,
            InstantSource clock) {
        this.messages = new ChangeBatchReader(new ChangeMessageReader(originalsBucket, grammar), meters);
        this.work = work;
        this.planned = planned;
        this.clock = clock;
    }

    /**
     * Handles one event.
     *
     * @param event   JSON, as Lambda delivers it
     * @param context JSON about the invocation, from the adapter, with {@code deadline} in milliseconds; empty when it is absent
     * @return the messages to be delivered again, as Lambda expects it
     * @throws IllegalArgumentException when this is no event of a queue
     */
    public String handle(String event, Optional<String> context) {
        ChangeBatch batch = messages.read(received(event));
        List<ChangeMessage> failed = new ArrayList<>(batch.inHand());
        failed.removeAll(batch.workOff(work, planned, beforeTheEnd(context)));
        failed.addAll(batch.notUnderstood());
        return answer(failed);
    }

    private static String answer(List<ChangeMessage> failed) {
        List<Map<String, String>> items = failed.stream()
                .map(message -> Map.of("itemIdentifier", message.handle()))
                .toList();
        return Json.of(Map.of("batchItemFailures", items));
    }

    private BooleanSupplier beforeTheEnd(Optional<String> context) {
        Instant end = context.flatMap(QueueEventHandler::deadline)
                .map(deadline -> deadline.minus(RESERVE))
                .orElse(Instant.MAX);
        return () -> clock.instant().isBefore(end);
    }

    private static Optional<Instant> deadline(String context) {
        return parsed(context)
                .field("deadline")
                .map(JsonNode::asNumber)
                .map(Long::parseLong)
                .map(Instant::ofEpochMilli);
    }

    private static List<ChangeMessage> received(String event) {
        List<JsonNode> records = parsed(event)
                .field("Records")
                .filter(JsonNode::isArray)
                .map(JsonNode::asArray)
                .orElseThrow(() -> new IllegalArgumentException("an event without records"));
        return records.stream().map(QueueEventHandler::message).toList();
    }

    private static ChangeMessage message(JsonNode told) {
        String received = told.field("attributes")
                .flatMap(attributes -> attributes.field("ApproximateReceiveCount"))
                .map(JsonNode::text)
                .orElse("1");
        return new ChangeMessage(text(told, "messageId"), text(told, "body"), !"1".equals(received));
    }

    private static String text(JsonNode told, String name) {
        return told.field(name)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .orElseThrow(() -> new IllegalArgumentException("a record without " + name));
    }

    private static JsonNode parsed(String text) {
        try {
            JsonNode node = JsonNode.parser().parse(text);
            if (node.isObject()) {
                return node;
            }
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
        throw new IllegalArgumentException("no object of JSON");
    }
}
