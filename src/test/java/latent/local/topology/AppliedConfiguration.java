package latent.local.topology;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.Signing;
import latent.kit.TestKeys;
import latent.terraform.RunningExample;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code terraform apply} really created, read back over AWS's own APIs and not from Terraform. Only names, ids and the processor's settings
 * come from the outputs. All is read at once, so that the example may be gone when a topology is built of it.
 */
final class AppliedConfiguration {
    private static final String CLOUDFRONT = "/2020-05-31/";
    private static final Pattern REFERENCE =
            Pattern.compile("<(CachePolicyId|OriginRequestPolicyId|ResponseHeadersPolicyId|FunctionARN)>([^<]+)<");

    /** The secure parameters that the task gets, by the ends of their names. */
    private static final Map<String, String> SECRETS = Map.of(
            "/http-origin-secrets", "LATENT_HTTP_ORIGIN_SECRETS",
            "/keys-signing-secrets", "LATENT_KEYS_SIGNING_SECRETS");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode outputs;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> secrets = new ConcurrentHashMap<>();

    private AppliedConfiguration(JsonNode outputs) {
        this.outputs = outputs;
    }

    static AppliedConfiguration read(RunningExample held) {
        AppliedConfiguration applied = new AppliedConfiguration(held.outputs());
        try (AwsReader aws = new AwsReader(held.endpoint())) {
            applied.distributionIds().forEach(id -> applied.keepDistribution(id, aws));
            for (Region region : applied.regions()) {
                applied.keep("/" + region.renditionsBucket() + "?policy", aws);
                if (region.websiteEndpoint().isPresent()) {
                    applied.keep("/" + region.renditionsBucket() + "?website", aws);
                }
                applied.secrets.put(region.name(), aws.secureParameters(region.name(), SECRETS));
            }
        }
        return applied;
    }

    private void keepDistribution(String id, AwsReader aws) {
        keep(CLOUDFRONT + "distribution/" + id + "/config", aws);
        REFERENCE.matcher(distribution(id)).results().forEach(reference -> keep(path(reference), aws));
    }

    private static String path(MatchResult reference) {
        String id = reference.group(2);
        return switch (reference.group(1)) {
            case "CachePolicyId" -> CLOUDFRONT + "cache-policy/" + id;
            case "OriginRequestPolicyId" -> CLOUDFRONT + "origin-request-policy/" + id;
            case "ResponseHeadersPolicyId" -> CLOUDFRONT + "response-headers-policy/" + id;
            default -> functionPath(id);
        };
    }

    private static String functionPath(String arn) {
        return CLOUDFRONT + "function/" + arn.substring(arn.lastIndexOf('/') + 1) + "?Stage=LIVE";
    }

    private void keep(String path, AwsReader aws) {
        answers.computeIfAbsent(path, aws::get);
    }

    /** One Region's share, the first Region's first. */
    List<Region> regions() {
        return outputs.has("latent")
                ? List.of(new Region(outputs.get("latent")))
                : List.of(new Region(outputs.get("first")), new Region(outputs.get("second")));
    }

    String imagesDistribution() {
        return text(outputs.path("latent"), "images_distribution_id")
                .or(() -> text(outputs, "images_distribution_id"))
                .orElseThrow();
    }

    Optional<String> processDistribution() {
        return text(outputs.path("latent"), "process_distribution_id");
    }

    private List<String> distributionIds() {
        return Stream.concat(Stream.of(imagesDistribution()), processDistribution().stream())
                .toList();
    }

    /** The access point's domain name, with several Regions. */
    Optional<String> accessPoint() {
        return text(outputs.path("access_point"), "domain_name");
    }

    /** The answer of GetDistributionConfig. */
    String distribution(String id) {
        return answer(CLOUDFRONT + "distribution/" + id + "/config");
    }

    String cachePolicy(String id) {
        return answer(CLOUDFRONT + "cache-policy/" + id);
    }

    String originRequestPolicy(String id) {
        return answer(CLOUDFRONT + "origin-request-policy/" + id);
    }

    String responseHeadersPolicy(String id) {
        return answer(CLOUDFRONT + "response-headers-policy/" + id);
    }

    /** The code that is live. */
    String functionCode(String arn) {
        return answer(functionPath(arn));
    }

    /** The answer of GetBucketWebsite. */
    String website(Region region) {
        return answer("/" + region.renditionsBucket() + "?website");
    }

    BucketPolicy policy(Region region) {
        return new BucketPolicy(JSON.readTree(answer("/" + region.renditionsBucket() + "?policy")));
    }

    /** The environment of the processor's task, its secrets too. */
    Map<String, String> environment(Region region) {
        Map<String, String> environment = new ConcurrentHashMap<>();
        region.outputs()
                .get("processor_environment")
                .properties()
                .forEach(variable ->
                        environment.put(variable.getKey(), variable.getValue().stringValue()));
        environment.putAll(Objects.requireNonNull(secrets.get(region.name())));
        return environment;
    }

    /** A key with the signature that the first Region's processor asks for. */
    String signed(String key) {
        String secrets = environment(regions().getFirst()).getOrDefault("LATENT_KEYS_SIGNING_SECRETS", "");
        KeyRules rules = TestKeys.RULES;
        return new KeyGrammar(rules, new Signing(List.of(secrets.split(",", -1))))
                .sign(key)
                .value();
    }

    private String answer(String path) {
        return Optional.ofNullable(answers.get(path))
                .orElseThrow(() -> new IllegalStateException(path + " was not read while the example was there"));
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    /** The outputs of the module in one Region. */
    record Region(JsonNode outputs) {
        String name() {
            return outputs.at("/processor_environment/LATENT_S3_REGION").stringValue();
        }

        String host(String role) {
            return outputs.get("hosts").get(role).stringValue();
        }

        String originalsBucket() {
            return outputs.get("originals_bucket").stringValue();
        }

        String renditionsBucket() {
            return outputs.get("renditions_bucket").stringValue();
        }

        Optional<String> renditionsDomainName() {
            return text(outputs, "renditions_domain_name");
        }

        Optional<String> websiteEndpoint() {
            return text(outputs, "website_endpoint");
        }
    }
}
