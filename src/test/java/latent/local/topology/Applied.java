package latent.local.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.Signing;
import latent.terraform.Held;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code terraform apply} really created, read back over AWS's own APIs and not from Terraform. Only names, ids and the processor's settings
 * come from the outputs. All is read at once, so that the example may be gone when a topology is built of it.
 */
final class Applied {
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

    private Applied(JsonNode outputs) {
        this.outputs = outputs;
    }

    static Applied read(Held held) {
        Applied applied = new Applied(held.outputs());
        try (HttpClient client = HttpClient.newHttpClient()) {
            Function<String, String> get =
                    path -> ask(client, HttpRequest.newBuilder(URI.create(held.endpoint() + path)));
            applied.distributionIds().forEach(id -> applied.keepDistribution(id, get));
            for (Region region : applied.regions()) {
                applied.keep("/" + region.renditionsBucket() + "?policy", get);
                if (region.websiteEndpoint().isPresent()) {
                    applied.keep("/" + region.renditionsBucket() + "?website", get);
                }
                applied.secrets.put(region.name(), secrets(client, held.endpoint(), region.name()));
            }
        }
        return applied;
    }

    private void keepDistribution(String id, Function<String, String> get) {
        keep(CLOUDFRONT + "distribution/" + id + "/config", get);
        REFERENCE.matcher(distribution(id)).results().forEach(reference -> keep(path(reference), get));
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

    private void keep(String path, Function<String, String> get) {
        answers.computeIfAbsent(path, get);
    }

    private static Map<String, String> secrets(HttpClient client, URI endpoint, String region) {
        Map<String, String> secrets = new LinkedHashMap<>();
        JSON.readTree(ssm(client, endpoint, region, "DescribeParameters", "{}"))
                .get("Parameters")
                .valueStream()
                .map(parameter -> parameter.get("Name").stringValue())
                .forEach(name -> Optional.ofNullable(SECRETS.get(name.substring(name.lastIndexOf('/'))))
                        .ifPresent(variable -> secrets.put(variable, secret(client, endpoint, region, name))));
        return secrets;
    }

    private static String secret(HttpClient client, URI endpoint, String region, String name) {
        String parameter =
                ssm(client, endpoint, region, "GetParameter", "{\"Name\": \"" + name + "\", \"WithDecryption\": true}");
        return JSON.readTree(parameter).at("/Parameter/Value").stringValue();
    }

    private static String ssm(HttpClient client, URI endpoint, String region, String action, String body) {
        return ask(
                client,
                HttpRequest.newBuilder(endpoint.resolve("/"))
                        .header("X-Amz-Target", "AmazonSSM." + action)
                        .header("Content-Type", "application/x-amz-json-1.1")
                        // The emulator looks for the service and the Region here, and checks nothing.
                        .header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=testing/20261121/" + region
                                        + "/ssm/aws4_request, SignedHeaders=host, Signature=0")
                        .POST(BodyPublishers.ofString(body)));
    }

    private static String ask(HttpClient client, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while reading what was applied", e);
        }
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
        KeyRules rules = new KeyRules(Alphabet.SAFE, 4096, Map.of());
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
