package latent.warm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import latent.logging.Json;
import latent.plan.PlannedFamily;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Shards as messages of the queue: JSON with compressed families, so that a thousand originals fit into one. */
public final class ShardMessages {
    /** Limit of SQS until 2025, and of other queues still. */
    private static final int MOST_CHARACTERS = 256 << 10;

    /** A message of Latent unpacks to a few MiB. */
    private static final int MOST_UNPACKED = 64 << 20;

    private static final String SHARD = "latentShard";

    private ShardMessages() {}

    /** The messages of a shard; several when it does not fit into one. */
    public static List<String> write(WarmShard shard) {
        String message = message(shard);
        if (message.length() <= MOST_CHARACTERS || shard.families().size() == 1) {
            return List.of(message);
        }
        int half = shard.families().size() / 2;
        List<String> messages = new ArrayList<>();
        messages.addAll(write(new WarmShard(shard.name() + "a", shard.families().subList(0, half))));
        messages.addAll(write(new WarmShard(
                shard.name() + "b",
                shard.families().subList(half, shard.families().size()))));
        return messages;
    }

    private static String message(WarmShard shard) {
        String families = Json.of(shard.families().stream()
                .map(family -> Map.of("original", family.original(), "stale", family.stale(), "keys", family.keys()))
                .toList());
        // the name first, by which a message is known
        Map<String, Object> message = new LinkedHashMap<>();
        message.put(SHARD, shard.name());
        message.put("families", packed(families.getBytes(UTF_8)));
        return Json.of(message);
    }

    /** Whether a message says that it is a shard. */
    static boolean isShard(String body) {
        return body.startsWith("{\"" + SHARD + "\"");
    }

    /**
     * Parses a message.
     *
     * @throws IllegalArgumentException when Latent has not written it
     */
    static WarmShard read(String body) {
        try {
            JsonNode message = JsonNode.parser().parse(body);
            List<PlannedFamily> families = new ArrayList<>();
            for (JsonNode family :
                    JsonNode.parser().parse(unpacked(text(message, "families"))).asArray()) {
                families.add(new PlannedFamily(
                        text(family, "original"),
                        family.field("keys").orElseThrow().asArray().stream()
                                .map(JsonNode::asString)
                                .toList(),
                        family.field("stale").orElseThrow().asBoolean()));
            }
            return new WarmShard(text(message, SHARD), families);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("no shard of a plan", e);
        }
    }

    private static String text(JsonNode node, String name) {
        return node.field(name).orElseThrow().asString();
    }

    private static String packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    private static String unpacked(String text) {
        try (GZIPInputStream in =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            byte[] bytes = in.readNBytes(MOST_UNPACKED + 1);
            if (bytes.length > MOST_UNPACKED) {
                throw new IllegalArgumentException("more than a shard");
            }
            return new String(bytes, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
