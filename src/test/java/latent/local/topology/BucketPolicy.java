package latent.local.topology;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latent.local.AnonymousAccess;
import latent.local.website.RefererPolicy;
import tools.jackson.databind.JsonNode;

/** What a bucket policy allows to CloudFront: by its signature, or by the secret Referer. Here the edges ask without either being checked by S3. */
record BucketPolicy(JsonNode document) {
    AnonymousAccess access() {
        return new AnonymousAccess(allows("s3:GetObject"), allows("s3:ListBucket"));
    }

    /** Whoever may get or list must know one of these. */
    RefererPolicy referer() {
        List<Set<String>> conditions = allowed()
                .map(statement ->
                        texts(statement.path("Condition").path("StringEquals").path("aws:Referer")))
                .distinct()
                .toList();
        if (conditions.size() > 1) {
            throw new IllegalStateException("get and list are allowed on different conditions: " + document);
        }
        return conditions.isEmpty() ? RefererPolicy.none() : new RefererPolicy(conditions.getFirst());
    }

    private boolean allows(String action) {
        return allowed().anyMatch(statement -> texts(statement.get("Action")).contains(action));
    }

    private Stream<JsonNode> allowed() {
        return document.get("Statement")
                .valueStream()
                .filter(statement -> statement.get("Effect").stringValue().equals("Allow"));
    }

    /** A list of one is written as the one. */
    private static Set<String> texts(JsonNode node) {
        return node.isArray()
                ? node.valueStream().map(JsonNode::stringValue).collect(Collectors.toSet())
                : node.isString() ? Set.of(node.stringValue()) : Set.of();
    }
}
