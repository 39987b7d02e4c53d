package latent.warm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import latent.key.OriginalKey;

/**
 * Messages of the queue that were received together.
 *
 * @param understood    messages of S3, with the originals that each is about
 * @param shards        messages with a shard of a plan
 * @param notUnderstood all others, for the dead-letter queue
 */
record ChangeBatch(
        Map<ChangeMessage, Set<OriginalKey>> understood,
        Map<ChangeMessage, WarmShard> shards,
        List<ChangeMessage> notUnderstood) {
    ChangeBatch {
        understood = new LinkedHashMap<>(understood);
        shards = new LinkedHashMap<>(shards);
        notUnderstood = List.copyOf(notUnderstood);
    }

    /** All messages that there is work for. */
    List<ChangeMessage> inHand() {
        return Stream.concat(understood.keySet().stream(), shards.keySet().stream())
                .toList();
    }

    /**
     * Handles the messages: first changes, each original once, then shards.
     *
     * @param goOn false as soon as nothing more is to be rendered
     * @return the messages that are done
     */
    List<ChangeMessage> workOff(ChangeHandler work, ShardHandler planned, BooleanSupplier goOn) {
        Set<OriginalKey> all = new LinkedHashSet<>();
        Set<OriginalKey> again = new LinkedHashSet<>();
        understood.forEach((message, originals) -> {
            all.addAll(originals);
            again.addAll(message.again() ? originals : Set.of());
        });
        Set<OriginalKey> done = all.isEmpty() ? Set.of() : work.workOff(all, again, goOn);
        List<ChangeMessage> finished = new ArrayList<>();
        understood.forEach((message, originals) -> {
            if (done.containsAll(originals)) {
                finished.add(message);
            }
        });
        shards.forEach((message, shard) -> {
            if (planned.workOff(shard, goOn)) {
                finished.add(message);
            }
        });
        return finished;
    }
}
