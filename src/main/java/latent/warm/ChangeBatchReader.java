package latent.warm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import latent.key.OriginalKey;
import latent.logging.RepeatedWarning;
import latent.metrics.Meters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parses messages of the queue, and logs those that are neither from S3 nor a shard. Thread-safe. */
final class ChangeBatchReader {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeBatchReader.class);
    private static final int MAX_SHOWN = 256;

    private final RepeatedWarning warnings = new RepeatedWarning(LOG);
    private final ChangeMessageReader messages;
    private final Meters meters;

    ChangeBatchReader(ChangeMessageReader messages, Meters meters) {
        this.messages = messages;
        this.meters = meters;
    }

    ChangeBatch read(List<ChangeMessage> received) {
        Map<ChangeMessage, Set<OriginalKey>> understood = new LinkedHashMap<>();
        Map<ChangeMessage, WarmShard> shards = new LinkedHashMap<>();
        List<ChangeMessage> notUnderstood = new ArrayList<>();
        for (ChangeMessage message : received) {
            try {
                if (ShardMessages.isShard(message.body())) {
                    shards.put(message, ShardMessages.read(message.body()));
                } else {
                    understood.put(message, messages.originals(message.body()));
                }
            } catch (IllegalArgumentException e) {
                warnings.add("message not understood and left for the dead-letter queue: " + e.getMessage() + ": "
                        + shown(message));
                meters.changed("not-understood");
                notUnderstood.add(message);
            }
        }
        return new ChangeBatch(understood, shards, notUnderstood);
    }

    private static String shown(ChangeMessage message) {
        String body = message.body();
        return body.substring(0, Math.min(MAX_SHOWN, body.length())).replaceAll("[^\\x20-\\x7e]", "?");
    }
}
