package latent.warm;

import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import latent.key.KeyGrammar;
import latent.key.OriginalKey;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * Reads what S3 says of changes in one bucket. What has happened and in which version is not read: messages come late, twice and in any order,
 * so only the present state of the original counts.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">structure of a message</a>
 */
final class ChangeMessages {
    private final String bucket;
    private final KeyGrammar grammar;

    ChangeMessages(String bucket, KeyGrammar grammar) {
        this.bucket = bucket;
        this.grammar = grammar;
    }

    /**
     * The originals that a message is about; none for S3's test message and for files that are no originals.
     *
     * @throws IllegalArgumentException when S3 has not said this, or of another bucket
     */
    Set<OriginalKey> originals(String body) {
        JsonNode message = parsed(body);
        if (text(message, "Event").filter("s3:TestEvent"::equals).isPresent()) {
            return Set.of();
        }
        List<JsonNode> records = child(message, "Records")
                .filter(JsonNode::isArray)
                .map(JsonNode::asArray)
                .orElseThrow(() -> new IllegalArgumentException("no records"));
        Set<OriginalKey> originals = new LinkedHashSet<>();
        records.forEach(told -> grammar.original(key(told)).ifPresent(originals::add));
        return originals;
    }

    private String key(JsonNode told) {
        JsonNode s3 = child(told, "s3").orElseThrow(() -> new IllegalArgumentException("a record not of S3"));
        Optional<String> its = child(s3, "bucket").flatMap(named -> text(named, "name"));
        if (!its.equals(Optional.of(bucket))) {
            throw new IllegalArgumentException("a record not of the bucket " + bucket);
        }
        return child(s3, "object")
                .flatMap(object -> text(object, "key"))
                .map(key -> URLDecoder.decode(key, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalArgumentException("a record without a key"));
    }

    private static JsonNode parsed(String body) {
        try {
            return JsonNode.parser().parse(body);
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }

    private static Optional<JsonNode> child(JsonNode node, String name) {
        return node.isObject() ? node.field(name) : Optional.empty();
    }

    private static Optional<String> text(JsonNode node, String name) {
        return child(node, name).filter(JsonNode::isString).map(JsonNode::asString);
    }
}
